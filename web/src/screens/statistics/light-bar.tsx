import type { StatisticsRow } from '../../api/statistics.ts'
import { useWords } from '../../i18n/use-words.ts'
import { LightMark } from '../../ui/light-tag.tsx'
import { Drill } from './drill.tsx'

interface LightBarProps {
  readonly lights: StatisticsRow['lights']
  /** Whose items they are. */
  readonly name: string
}

/** Open items by their light: a bar of shares, and below it each light's shape with its count. */
export function LightBar({ lights, name }: LightBarProps) {
  const { t } = useWords()
  const shown = lights.filter(({ numerator }) => numerator > 0)
  if (shown.length === 0) return <span className="soft">—</span>
  return (
    <div className="light-bar">
      <span className="light-bar-parts" aria-hidden="true">
        {shown.map(({ light, numerator }) => (
          <span key={light} className={`light-part-${light}`} style={{ flexGrow: numerator }} />
        ))}
      </span>
      <span className="light-bar-counts">
        {shown.map(({ light, numerator, query }) => (
          <Drill
            key={light}
            query={query}
            name={t('statistics.drill', { name, column: t(`light.${light}`) })}
          >
            <LightMark light={light} /> {numerator}
          </Drill>
        ))}
      </span>
    </div>
  )
}

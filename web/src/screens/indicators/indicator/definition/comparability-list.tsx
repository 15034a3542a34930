import { useQuery } from '@tanstack/react-query'
import { type IndicatorDetail, indicatorQuery } from '../../../../api/indicators.ts'
import { useUnitIndex } from '../../../../api/units.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { useIndicatorWords } from '../../parts/use-indicator-words.ts'

/** Who is not compared: by too small a base, or by name with the reason. */
export function ComparabilityList({ comparability }: { comparability: IndicatorDetail['comparability'] }) {
  const { t } = useWords()
  const { named } = useIndicatorWords()
  const { units, nameOf } = useUnitIndex()
  const { minimumBase, exclusions } = comparability
  const base = useQuery({
    ...indicatorQuery(minimumBase?.indicator ?? ''),
    enabled: minimumBase !== null,
  }).data
  if (!minimumBase && exclusions.length === 0) return null
  const unitName = (key: string) => nameOf(units.find((unit) => unit.key === key)?.id ?? null) ?? key
  return (
    <div className="definition-part">
      <h3>{t('indicator.comparability')}</h3>
      <ul>
        {minimumBase && (
          <li>
            {t('indicator.minimum-base', {
              name: base ? named(base) : minimumBase.indicator,
              value: minimumBase.value,
              unit: base?.measure ?? '',
            })}
          </li>
        )}
        {exclusions.map(({ unit, reason, from, to }) => (
          <li key={`${unit} ${from}`}>
            {t('indicator.excluded', { unit: unitName(unit), reason })}
            <span className="soft">
              {from && ` ${t('indicator.from-day', { day: from })}`}
              {to && ` ${t('indicator.to-day', { day: to })}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

import { useWords } from '../i18n/use-words.ts'
import './light-tag.css'

export type LightName = 'none' | 'on-plan' | 'due-soon' | 'overdue'

const SHAPES: Readonly<Record<LightName, string>> = {
  none: 'M3 8h10',
  'on-plan': 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z',
  'due-soon': 'M8 2 14.5 13.5h-13z',
  overdue: 'M2.5 2.5h11v11h-11z',
}

/** An item's light by shape, word and colour: circle on plan, triangle due soon, square overdue, bar without deadline. */
export function LightTag({ light }: { light: LightName }) {
  const { t } = useWords()
  return (
    <span className={`light light-${light}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[light]} />
      </svg>
      {t(`light.${light}`)}
    </span>
  )
}

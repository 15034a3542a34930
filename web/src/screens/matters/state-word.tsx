import type { MatterState } from '../../api/matters.ts'
import { useWords } from '../../i18n/use-words.ts'
import '../review/parts/outcome-word.css'
import './state-word.css'

/** An open ring, a tick, an arrow that turns back; drawn on 16 × 16. */
const SHAPES: Readonly<Record<MatterState, string>> = {
  open: 'M8 3a5 5 0 1 0 0 10A5 5 0 1 0 8 3z',
  resolved: 'M2.5 8.5 6.5 12.5 13.5 4',
  'came-back': 'M3.5 8A5 5 0 1 1 5 11.8M2 9.5 3.6 7.4l2.2 1.5',
}

/** How a matter stands: shape, word and colour. */
export function StateWord({ state }: { state: MatterState }) {
  const { t } = useWords()
  return (
    <span className={`outcome is-${state}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[state]} />
      </svg>
      {t(`matter.state.${state}`)}
    </span>
  )
}

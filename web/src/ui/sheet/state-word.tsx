import { useWords } from '../../i18n/use-words.ts'

export type SheetState = 'uploaded' | 'checking' | 'ready' | 'running' | 'done' | 'failed' | 'cancelled'

/** Told apart by shape, too: colour is never alone. */
const MARKS: Readonly<Record<SheetState, string>> = {
  uploaded: '○',
  checking: '◔',
  ready: '◐',
  running: '◕',
  done: '●',
  failed: '▲',
  cancelled: '◇',
}

/** Where an import stands, in a word. */
export function StateWord({ state }: { state: SheetState }) {
  const { t } = useWords()
  return (
    <span className={`sheet-state sheet-state-${state}`}>
      <span aria-hidden="true">{MARKS[state]}</span> {t(`import.state.${state}`)}
    </span>
  )
}

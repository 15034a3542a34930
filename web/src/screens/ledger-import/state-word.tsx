import type { SheetImportState } from '../../api/sheets.ts'
import { useWords } from '../../i18n/use-words.ts'

/** Told apart by shape, too: colour is never alone. */
const MARKS: Readonly<Record<SheetImportState, string>> = {
  uploaded: '○',
  checking: '◔',
  ready: '◐',
  running: '◕',
  done: '●',
  failed: '▲',
  cancelled: '◇',
}

/** Where an import stands, in a word. */
export function StateWord({ state }: { state: SheetImportState }) {
  const { t } = useWords()
  return (
    <span className={`sheet-state sheet-state-${state}`}>
      <span aria-hidden="true">{MARKS[state]}</span> {t(`import.state.${state}`)}
    </span>
  )
}

import { Alert, Button, Progress } from 'antd'
import { useWords } from '../../i18n/use-words.ts'
import { useProblemSentence } from '../use-problem-sentence.ts'

interface WorkProgressProps {
  isRunning: boolean
  /** What is going on, and what follows from leaving. */
  words: string
  cancelWord: string
  done: number
  total: number | null
  cancel: { readonly isPending: boolean; readonly error: unknown; mutate(): void }
}

/** The server is at work on rows of a spreadsheet: how far it is, and the way to stop it. */
export function WorkProgress({ isRunning, words, cancelWord, done, total, cancel }: WorkProgressProps) {
  const { t } = useWords()
  const sentence = useProblemSentence()
  const share = total ? Math.min(100, Math.floor((done / total) * 100)) : 0
  const name = t(isRunning ? 'import.state.running' : 'import.state.checking')
  return (
    <section className="sheet-panel sheet-under-way" aria-label={name}>
      <p role="status">{words}</p>
      <Progress percent={share} strokeLinecap="butt" status="active" aria-label={t('import.progress')} />
      <div className="sheet-under-way-line">
        <span className="figure">
          {total ? t('import.rows-of', { done, total }) : t('import.rows-done', { done })}
        </span>
        <Button onClick={() => cancel.mutate()} loading={cancel.isPending}>
          {cancelWord}
        </Button>
      </div>
      {Boolean(cancel.error) && <Alert type="error" role="alert" title={sentence(cancel.error)} />}
    </section>
  )
}

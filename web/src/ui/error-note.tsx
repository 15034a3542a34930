import { Button } from 'antd'
import { useWords } from '../i18n/use-words.ts'
import { StateNote } from './state-note.tsx'
import { useProblemSentence } from './use-problem-sentence.ts'

/** A failed load: the sentence of the refusal, and another try. */
export function ErrorNote({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useWords()
  const sentence = useProblemSentence()
  return (
    <StateNote
      tone="error"
      title={sentence(error)}
      action={<Button onClick={onRetry}>{t('app.retry')}</Button>}
    />
  )
}

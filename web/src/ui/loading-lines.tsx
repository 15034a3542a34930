import { useWords } from '../i18n/use-words.ts'
import './loading-lines.css'

/** Grey lines where content will stand; said once to a screen reader. */
export function LoadingLines({ lines = 6 }: { lines?: number }) {
  const { t } = useWords()
  return (
    <div className="loading-lines" role="status">
      <span className="visually-hidden">{t('app.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} />
      ))}
    </div>
  )
}

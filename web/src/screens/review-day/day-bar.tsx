import type { Book, ReviewDetail } from '../../api/review-model.ts'
import { formatPeriod } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'

interface DayBarProps {
  review: ReviewDetail
  book: Book
  isReached: boolean
  /** The page opens on this device without the network. */
  isKept: boolean
  /** So many entries have not been sent. */
  waiting: number
  onHelp: () => void
}

/** Which meeting and book, and whether what is written arrives. */
export function DayBar({ review, book, isReached, isKept, waiting, onHelp }: DayBarProps) {
  const { t, locale } = useWords()
  return (
    <header className="day-bar">
      <strong>{review.title}</strong>
      <span className="figure">
        {formatPeriod(locale, review.period)} · {t('cycle.book-number', { number: book.number })}
        {book.corrections.length > 0 && ` · ${t('day.corrections', { count: book.corrections.length })}`}
      </span>
      <span className={`day-net ${isReached ? 'is-reached' : 'is-lost'}`} role="status">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d={isReached ? 'M2.5 8.5 6.5 12.5 13.5 4' : 'M8 2v7M8 12v1.6'} />
        </svg>
        {isReached ? t('day.reached') : t(isKept ? 'day.lost' : 'day.lost-not-kept')}
        {waiting > 0 && ` · ${t('day.waiting', { count: waiting })}`}
      </span>
      {isReached && <span className="day-kept">{t(isKept ? 'day.kept' : 'day.not-kept')}</span>}
      <button type="button" className="day-link" onClick={onHelp}>
        {t('app.keys-help')} <kbd>?</kbd>
      </button>
      <a className="day-link" href={`/review/${review.id}`}>
        {t('cycle.to-review')}
      </a>
    </header>
  )
}

import { Link } from '@tanstack/react-router'
import { useBook } from '../../../api/review-books.ts'
import type { ReviewDetail } from '../../../api/review-model.ts'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'

/** The book: its number and hash, when and by whom it was frozen, how often it was corrected. */
export function BookPanel({ review }: { review: ReviewDetail }) {
  const { t } = useWords()
  const { data: book } = useBook(review.id, { isEnabled: review.book !== null })
  if (!review.book) return null
  return (
    <section className="book-line" aria-label={t('cycle.book')}>
      <strong>
        {t('cycle.book')} {t('cycle.book-number', { number: review.book.number })}
      </strong>
      {book && (
        <span className="figure">
          {t('cycle.frozen-by', { who: book.frozenBy, when: formatInstant(book.frozenAt) })}
        </span>
      )}
      <span title={review.book.contentHash}>
        <span className="soft">SHA-256 </span>
        <code className="book-hash">{review.book.contentHash.slice(0, 16)}…</code>
      </span>
      {book &&
        (book.isIntact ? (
          <span className="book-intact">✓ {t('cycle.book-intact')}</span>
        ) : (
          <strong className="book-broken" role="alert">
            ✕ {t('cycle.book-broken')}
          </strong>
        ))}
      {book && <span>{t('cycle.corrections-count', { count: book.corrections.length })}</span>}
      <Link to="/review/$reviewId/book" params={{ reviewId: review.id }} search={{}}>
        {t('cycle.open-book')}
      </Link>
    </section>
  )
}

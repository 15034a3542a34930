import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import type { Book, ReviewDetail } from '../../../api/review-model.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { formatInstant, formatPeriod } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { startTimes } from '../cycle/agenda/agenda-draft.ts'
import { CorrectionList } from '../sheet/panel/correction-list.tsx'
import type { SheetLine } from '../sheet/sheet-lines.ts'
import './book-page.css'
import '../sheet/panel/line-panel.css'
import { UnitPage } from './unit-page.tsx'

interface BookPageProps {
  review: ReviewDetail
  book: Book | undefined
  pages: readonly { readonly unitId: string; readonly lines: readonly SheetLine[] }[]
  /** The line that the address names. */
  litId: string | undefined
}

/** Cover with number, hash and agenda; a page for each unit that the reader may see; corrections at the end. */
export function BookPage({ review, book, pages, litId }: BookPageProps) {
  const { t, locale } = useWords()
  const { nameOf } = useUnitIndex()
  useEffect(() => {
    if (litId) document.getElementById(`line-${litId}`)?.scrollIntoView({ block: 'center' })
  }, [litId])
  const begins = startTimes(review.heldAt, review.agenda)
  return (
    <article className="book">
      <PageHead
        title={t('cycle.book-of', { title: review.title })}
        note={
          <span className="figure">
            {formatPeriod(locale, review.period)} · {t('cycle.held-at', { at: formatInstant(review.heldAt) })}{' '}
            ·{' '}
            {book
              ? `${t('cycle.book-number', { number: book.number })} · ${t('cycle.frozen-by', { who: book.frozenBy, when: formatInstant(book.frozenAt) })}`
              : t('cycle.not-frozen')}
          </span>
        }
        actions={
          <>
            <Link to="/review/$reviewId" params={{ reviewId: review.id }}>
              {t('cycle.to-review')}
            </Link>
            <Button onClick={() => window.print()}>{t('cycle.print-book')}</Button>
          </>
        }
      />
      {book && (
        <p className="book-cover-hash">
          SHA-256 <code className="book-hash">{book.contentHash}</code>
        </p>
      )}
      <section className="book-agenda" aria-labelledby="book-agenda">
        <h2 id="book-agenda">{t('cycle.agenda')}</h2>
        <ol>
          {review.agenda.map((point, at) => (
            <li key={point.position}>
              <span className="figure">{begins[at]}</span>
              <span>{nameOf(point.unitId) ?? point.title}</span>
              <span className="soft figure">{t('cycle.minutes', { minutes: point.minutes })}</span>
            </li>
          ))}
        </ol>
      </section>
      {pages.length === 0 && <StateNote title={t('cycle.book-nothing')} />}
      {pages.map(({ unitId, lines }) => (
        <UnitPage
          key={unitId}
          reviewId={review.id}
          unitId={unitId}
          name={nameOf(unitId) ?? t('unit.unknown')}
          lines={lines}
          litId={litId}
        />
      ))}
      {book && book.corrections.length > 0 && (
        <section className="book-unit" aria-labelledby="book-corrections">
          <h2 id="book-corrections">{t('cycle.corrections')}</h2>
          <CorrectionList corrections={book.corrections} />
        </section>
      )}
    </article>
  )
}

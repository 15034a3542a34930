import { Link } from '@tanstack/react-router'
import type { ReviewDetail } from '../../../api/review-model.ts'
import { useSheetSummaries } from '../../../api/review-sheets.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'

/** The sheets of this review in speaking order, each with what it still needs; nothing to choose for who sees one. */
export function SheetNav({ review, unitId }: { review: ReviewDetail; unitId: string }) {
  const { t } = useWords()
  const { nameOf } = useUnitIndex()
  const { data } = useSheetSummaries(review.id)
  if (!data || data.sheets.length < 2) return null
  return (
    <nav className="sheet-nav no-print" aria-label={t('cycle.sheets')}>
      <ul>
        {data.sheets
          .toSorted((a, b) => a.position - b.position)
          .map((sheet) => (
            <li key={sheet.unitId}>
              <Link
                to="/review/$reviewId/sheets/$unitId"
                params={{ reviewId: review.id, unitId: sheet.unitId }}
                search={{}}
                aria-current={sheet.unitId === unitId ? 'page' : undefined}
                ref={sheet.unitId === unitId ? bringIntoView : undefined}
              >
                {nameOf(sheet.unitId) ?? t('unit.unknown')}
                {sheet.stale > 0 ? (
                  <span className="stale-count" title={t('cycle.sheet-stale', { count: sheet.stale })}>
                    {' '}
                    ▲<span className="visually-hidden">{t('cycle.column.stale')}</span>
                  </span>
                ) : sheet.doneAt ? (
                  <span className="sheet-done">
                    {' '}
                    ✓<span className="visually-hidden">{t('cycle.done')}</span>
                  </span>
                ) : null}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}

/** On a phone the sheets stand in one row that is wider than the screen. */
function bringIntoView(link: HTMLAnchorElement | null): void {
  const row = link?.closest('ul')
  if (link && row) row.scrollLeft = link.offsetLeft - row.clientWidth / 2
}

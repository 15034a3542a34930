import { Link } from '@tanstack/react-router'
import type { ReviewDetail, SheetSummary } from '../../../../api/review-model.ts'
import { useUnitIndex } from '../../../../api/units.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../../ui/data-table.tsx'
import { startTimes } from './agenda-draft.ts'

type Point = ReviewDetail['agenda'][number] & {
  readonly begins: string
  readonly sheet: SheetSummary | undefined
  readonly why: readonly string[]
}

/** The agenda with, for every speaker, how far the sheet is: what it says, what is stale, whether it is done. */
export function AgendaTable({ review, sheets }: { review: ReviewDetail; sheets: readonly SheetSummary[] }) {
  const { t } = useWords()
  const { nameOf } = useUnitIndex()
  const begins = startTimes(review.heldAt, review.agenda)
  const points: Point[] = review.agenda.map((point, at) => ({
    ...point,
    begins: begins[at]!,
    sheet: sheets.find(({ unitId }) => unitId === point.unitId),
    why:
      review.speakingOrder
        .find(({ unitId }) => unitId === point.unitId)
        ?.why.map(({ sentence }) => sentence) ?? [],
  }))
  const counted = (name: 'strengths' | 'shortfalls' | 'followUps' | 'worded' | 'leftOut'): Column<Point> => ({
    key: name,
    title: t(`cycle.column.${name}`),
    align: 'right',
    width: '76px',
    cell: ({ sheet }) => (sheet ? sheet[name] || <span className="soft">0</span> : null),
  })
  const columns: Column<Point>[] = [
    {
      key: 'begins',
      title: t('cycle.column.begins'),
      width: '112px',
      cell: ({ begins, minutes }) => (
        <span className="figure">
          {begins} <span className="soft">{t('cycle.minutes', { minutes })}</span>
        </span>
      ),
    },
    {
      key: 'point',
      title: t('cycle.column.point'),
      isMain: true,
      cell: ({ unitId, title, sheet, why }) =>
        unitId === null ? (
          <span className="agenda-other">{title}</span>
        ) : (
          <>
            {sheet ? (
              <Link
                to="/review/$reviewId/sheets/$unitId"
                params={{ reviewId: review.id, unitId }}
                search={{}}
              >
                {nameOf(unitId) ?? title}
              </Link>
            ) : (
              (nameOf(unitId) ?? title)
            )}
            {why.length > 0 && <span className="agenda-why">{why.join(t('cycle.sentence-separator'))}</span>}
          </>
        ),
    },
    counted('strengths'),
    counted('shortfalls'),
    counted('followUps'),
    counted('worded'),
    counted('leftOut'),
    {
      key: 'stale',
      title: t('cycle.column.stale'),
      align: 'right',
      width: '76px',
      cell: ({ sheet }) =>
        sheet &&
        (sheet.stale > 0 ? (
          <strong className="stale-count">▲ {sheet.stale}</strong>
        ) : (
          <span className="soft">0</span>
        )),
    },
    {
      key: 'done',
      title: t('cycle.column.done'),
      width: '96px',
      cell: ({ sheet }) => sheet && <SheetState sheet={sheet} />,
    },
  ]
  return (
    <DataTable
      caption={t('cycle.agenda')}
      columns={columns}
      rows={points}
      rowKey={({ position }) => String(position)}
    />
  )
}

/** Not drafted, drafted, or done. */
function SheetState({ sheet }: { sheet: SheetSummary }) {
  const { t } = useWords()
  if (sheet.doneAt) {
    return (
      <span className="sheet-done" title={sheet.doneBy ?? undefined}>
        ✓ {t('cycle.done')}
      </span>
    )
  }
  const isDrafted = sheet.strengths + sheet.shortfalls + sheet.followUps > 0
  return <span className="soft">{t(isDrafted ? 'cycle.open-sheet' : 'cycle.not-drafted')}</span>
}

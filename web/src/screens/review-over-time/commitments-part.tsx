import { Link } from '@tanstack/react-router'
import type { Commitments } from '../../api/review-over-time.ts'
import { useUnitIndex } from '../../api/units.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { StateNote } from '../../ui/state-note.tsx'

type Commitment = Commitments['list'][number]

/** How long what was promised on the day took, from the promise to the day when it was closed. */
export function CommitmentsPart({ commitments }: { commitments: Commitments | null }) {
  const { t, locale } = useWords()
  const { nameOf } = useUnitIndex()
  if (!commitments)
    return (
      <StateNote title={t('time.commitments-for-office')}>{t('time.commitments-for-office-way')}</StateNote>
    )
  const { medianDays, closed, open, withdrawn, list } = commitments
  if (list.length === 0)
    return <StateNote title={t('time.commitments-empty')}>{t('time.commitments-empty-way')}</StateNote>
  const columns: Column<Commitment>[] = [
    {
      key: 'text',
      title: t('after.column.commitment'),
      isMain: true,
      cell: ({ text, reviewId }) => (
        <Link to="/review/$reviewId/after" params={{ reviewId }} search={{}}>
          {text}
        </Link>
      ),
    },
    {
      key: 'lead',
      title: t('after.column.lead'),
      width: '160px',
      cell: ({ leadUnitId }) => nameOf(leadUnitId) ?? '—',
    },
    {
      key: 'item',
      title: t('after.column.item'),
      width: '150px',
      cell: ({ itemId, itemNumber }) => (
        <Link className="figure" to="/ledger/items/$itemId" params={{ itemId }} search={{}}>
          {itemNumber}
        </Link>
      ),
    },
    {
      key: 'taken',
      title: t('time.column.taken'),
      width: '112px',
      cell: ({ takenOn }) => <span className="figure">{takenOn}</span>,
    },
    {
      key: 'closed',
      title: t('time.column.closed'),
      width: '112px',
      cell: ({ closedOn }) => <span className="figure">{closedOn ?? t('time.still-open')}</span>,
    },
    {
      key: 'days',
      title: t('time.column.days'),
      align: 'right',
      width: '84px',
      cell: ({ days }) => days ?? <span className="soft">—</span>,
    },
  ]
  return (
    <>
      <p className="time-share">
        <strong className="figure">
          {medianDays === null ? '—' : t('time.days', { days: formatNumber(locale, medianDays) })}
        </strong>
        <span>{t('time.median')}</span>
        <span className="soft figure">{t('time.commitment-counts', { closed, open, withdrawn })}</span>
      </p>
      <DataTable
        caption={t('time.part.commitments')}
        columns={columns}
        rows={list}
        rowKey={({ noteId }) => noteId}
      />
    </>
  )
}

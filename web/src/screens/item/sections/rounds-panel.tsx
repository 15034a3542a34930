import type { ItemDetail, Round } from '../../../api/item-model.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Panel } from './panel.tsx'

/** Rounds that ended with a close: what was promised, when it was done, and whether late. Never changed again. */
export function RoundsPanel({ item }: { item: ItemDetail }) {
  const { t } = useWords()
  if (item.rounds.length === 0) return null
  const day = (value: string | null) => <span className="figure">{value ?? '—'}</span>
  const columns: Column<Round>[] = [
    {
      key: 'round',
      title: t('item.rounds.round'),
      isMain: true,
      cell: ({ round }) => t('item.round', { round }),
    },
    {
      key: 'due',
      title: t('ledger.column.due'),
      cell: ({ dueOn, firstDueOn }) => (
        <>
          {day(dueOn)}
          {firstDueOn && firstDueOn !== dueOn && (
            <span className="soft duty-note">{t('ledger.first-due', { day: firstDueOn })}</span>
          )}
        </>
      ),
    },
    { key: 'finished', title: t('item-field.finishedOn'), cell: ({ finishedOn }) => day(finishedOn) },
    {
      key: 'late',
      title: t('item.rounds.result'),
      cell: ({ wasLate, returnedCount }) => (
        <>
          {wasLate ? (
            <strong className="ledger-late">{t('item.rounds.late')}</strong>
          ) : (
            t('item.rounds.on-time')
          )}
          {returnedCount > 0 && (
            <span className="soft duty-note">{t('ledger.mark.returned', { count: returnedCount })}</span>
          )}
        </>
      ),
    },
  ]
  return (
    <Panel title={t('item.rounds')}>
      <DataTable
        caption={t('item.rounds')}
        columns={columns}
        rows={item.rounds}
        rowKey={({ round }) => String(round)}
      />
    </Panel>
  )
}

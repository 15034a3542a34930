import type { Item } from '../../../api/model.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { Column } from '../../../ui/data-table.tsx'
import { LightTag } from '../../../ui/light-tag.tsx'
import { DueCell } from './due-cell.tsx'
import { ItemTitle } from './item-title.tsx'
import { Lead } from './lead.tsx'
import { Marks } from './marks.tsx'
import { ProgressCell } from './progress-cell.tsx'

export const COLUMN_KEYS = [
  'number',
  'light',
  'title',
  'lead',
  'supporting',
  'state',
  'progress',
  'due',
  'marks',
  'issued',
  'dispatched',
  'closed',
  'changed',
] as const
export type ColumnKey = (typeof COLUMN_KEYS)[number]

/** Shown until the reader chooses otherwise. */
export const FIRST_COLUMNS: readonly ColumnKey[] = [
  'number',
  'light',
  'title',
  'lead',
  'state',
  'progress',
  'due',
  'marks',
]

/** The columns of the ledger, as of a day. */
export function useLedgerColumns(asOf: string): Readonly<Record<ColumnKey, Column<Item>>> {
  const { t } = useWords()
  const { nameOf } = useUnitIndex()
  const day = (value: string | null) => <span className="figure">{value ?? '—'}</span>
  const column = (key: ColumnKey, rest: Omit<Column<Item>, 'key' | 'title'>): Column<Item> => ({
    key,
    title: t(`ledger.column.${key}`),
    ...rest,
  })
  return {
    number: column('number', {
      sortKey: 'number',
      width: '96px',
      cell: (item) => (
        <span className="figure soft" title={item.externalNumber ?? undefined}>
          {item.number}
        </span>
      ),
    }),
    light: column('light', { width: '94px', cell: (item) => <LightTag light={item.light} /> }),
    title: column('title', { isMain: true, cell: (item) => <ItemTitle item={item} /> }),
    lead: column('lead', { sortKey: 'lead', width: '148px', cell: (item) => <Lead item={item} /> }),
    supporting: column('supporting', {
      width: '170px',
      cell: (item) =>
        item.supportingUnitIds.map((id) => nameOf(id) ?? t('unit.unknown')).join(t('app.list-separator')) ||
        '—',
    }),
    state: column('state', {
      width: '80px',
      cell: (item) => <span className="ledger-state">{t(`state.${item.state}`)}</span>,
    }),
    progress: column('progress', {
      sortKey: 'progress',
      width: '150px',
      cell: (item) => <ProgressCell item={item} />,
    }),
    due: column('due', {
      sortKey: 'dueOn',
      width: '148px',
      cell: (item) => <DueCell item={item} asOf={asOf} />,
    }),
    marks: column('marks', { width: '104px', cell: (item) => <Marks item={item} /> }),
    issued: column('issued', { width: '96px', cell: (item) => day(item.issuedOn) }),
    dispatched: column('dispatched', { width: '96px', cell: (item) => day(item.dispatchedOn) }),
    closed: column('closed', { width: '96px', cell: (item) => day(item.closedOn) }),
    changed: column('changed', {
      sortKey: 'changedAt',
      width: '132px',
      cell: (item) => <span className="figure soft">{formatInstant(item.changedAt)}</span>,
    }),
  }
}

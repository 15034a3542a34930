import type { SheetPreviewRow } from '../../../api/sheets.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'

const MARKS = { new: '+', changed: '△', same: '=' } as const

/** The first rows as they would be entered. */
export function PreviewTable({ rows }: { rows: readonly SheetPreviewRow[] }) {
  const { t, find } = useWords()
  const { nameOf } = useUnitIndex()
  const unit = (id: string | null) => nameOf(id) ?? (id ? t('unit.unknown') : '')
  const list = (names: readonly string[]) => names.join(t('app.list-separator'))
  const columns: Column<SheetPreviewRow>[] = [
    { key: 'row', title: t('import.column.row'), align: 'right', width: '56px', cell: ({ row }) => row },
    {
      key: 'kind',
      title: t('import.column.kind'),
      width: '72px',
      cell: ({ kind }) => (
        <span className={`sheet-kind is-${kind}`}>
          <span aria-hidden="true">{MARKS[kind]}</span> {t(`import.kind.${kind}`)}
        </span>
      ),
    },
    {
      key: 'number',
      title: t('import.column.number'),
      width: '96px',
      cell: ({ number }) => <span className="figure">{number ?? '—'}</span>,
    },
    {
      key: 'title',
      title: t('item-field.title'),
      isMain: true,
      cell: ({ title, changes }) => (
        <>
          {title}
          {changes.length > 0 && (
            <span className="soft sheet-changes">
              {t('import.changes', {
                fields: list(changes.map((field) => find(`item-field.${field}`) ?? field)),
              })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'lead',
      title: t('item-field.leadUnitId'),
      width: '150px',
      cell: ({ leadUnitId, responsibleText }) =>
        unit(leadUnitId) || <span className="soft">{list(responsibleText) || '—'}</span>,
    },
    {
      key: 'supporting',
      title: t('item-field.supportingUnitIds'),
      width: '150px',
      cell: ({ supportingUnitIds }) => list(supportingUnitIds.map(unit)) || '—',
    },
    {
      key: 'due',
      title: t('item-field.dueOn'),
      width: '100px',
      cell: ({ dueOn }) => <span className="figure">{dueOn ?? '—'}</span>,
    },
    {
      key: 'state',
      title: t('item-field.state'),
      width: '80px',
      cell: ({ state }) => find(`state.${state}`) ?? state,
    },
    {
      key: 'progress',
      title: t('item-field.progress'),
      align: 'right',
      width: '60px',
      cell: ({ progress }) => `${progress}%`,
    },
  ]
  return (
    <DataTable
      caption={t('import.tab.preview')}
      columns={columns}
      rows={rows}
      rowKey={({ row }) => String(row)}
    />
  )
}

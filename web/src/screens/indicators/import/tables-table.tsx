import { Link } from '@tanstack/react-router'
import type { TableImportLine } from '../../../api/indicator-sheets.ts'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { StateWord } from '../../../ui/sheet/state-word.tsx'
import { StateNote } from '../../../ui/state-note.tsx'

/** The latest imports, what was found in each, and the vintage that came of it. */
export function TablesTable({ tables }: { tables: readonly TableImportLine[] }) {
  const { t } = useWords()
  if (tables.length === 0)
    return <StateNote title={t('table-import.empty')}>{t('table-import.empty-way')}</StateNote>
  const count = (key: 'values' | 'added' | 'revised' | 'problems') =>
    ({
      key,
      title: t(`table-import.count.${key}`),
      align: 'right',
      width: '76px',
      cell: ({ counts }: TableImportLine) => counts?.[key] ?? '—',
    }) as const
  const columns: Column<TableImportLine>[] = [
    {
      key: 'file',
      title: t('import.column.file'),
      isMain: true,
      cell: ({ id, fileName }) => (
        <Link to="/indicators/import" search={{ id }}>
          {fileName}
        </Link>
      ),
    },
    {
      key: 'state',
      title: t('import.column.state'),
      width: '100px',
      cell: ({ state }) => <StateWord state={state} />,
    },
    { key: 'source', title: t('table-import.source'), cell: ({ source }) => source || '—' },
    count('values'),
    count('added'),
    count('revised'),
    count('problems'),
    {
      key: 'vintage',
      title: t('vintage.word'),
      width: '90px',
      cell: ({ vintage }) => (vintage === null ? '—' : t('vintage.number', { number: vintage })),
    },
    { key: 'by', title: t('import.column.by'), width: '110px', cell: ({ createdBy }) => createdBy },
    {
      key: 'at',
      title: t('import.column.at'),
      width: '140px',
      cell: ({ createdAt }) => <span className="figure">{formatInstant(createdAt)}</span>,
    },
  ]
  return <DataTable caption={t('import.latest')} columns={columns} rows={tables} rowKey={({ id }) => id} />
}

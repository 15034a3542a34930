import { Link } from '@tanstack/react-router'
import type { SheetImportLine } from '../../api/sheets.ts'
import { formatInstant } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { StateWord } from '../../ui/sheet/state-word.tsx'
import { StateNote } from '../../ui/state-note.tsx'

/** The latest imports, what was found in each, and where it stands. */
export function ImportsTable({ sheets }: { sheets: readonly SheetImportLine[] }) {
  const { t } = useWords()
  if (sheets.length === 0) return <StateNote title={t('import.empty')}>{t('import.empty-way')}</StateNote>
  const count = (key: 'rows' | 'added' | 'changed' | 'same' | 'problemRows') =>
    ({
      key,
      title: t(`import.count.${key}`),
      align: 'right',
      width: '76px',
      cell: ({ counts }: SheetImportLine) => counts?.[key] ?? '—',
    }) as const
  const columns: Column<SheetImportLine>[] = [
    {
      key: 'file',
      title: t('import.column.file'),
      isMain: true,
      cell: ({ id, fileName }) => (
        <Link to="/ledger/import" search={{ id }}>
          {fileName}
        </Link>
      ),
    },
    {
      key: 'state',
      title: t('import.column.state'),
      width: '110px',
      cell: ({ state }) => <StateWord state={state} />,
    },
    count('rows'),
    count('added'),
    count('changed'),
    count('same'),
    count('problemRows'),
    {
      key: 'by',
      title: t('import.column.by'),
      width: '120px',
      cell: ({ createdBy }) => createdBy,
    },
    {
      key: 'at',
      title: t('import.column.at'),
      width: '140px',
      cell: ({ createdAt }) => <span className="figure">{formatInstant(createdAt)}</span>,
    },
  ]
  return <DataTable caption={t('import.latest')} columns={columns} rows={sheets} rowKey={({ id }) => id} />
}

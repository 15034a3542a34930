import type { TableImport } from '../../../../api/indicator-sheets.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../../ui/data-table.tsx'
import { periodWords } from '../../parts/periods.ts'

type PreviewValue = TableImport['preview'][number]

const MARKS = { new: '+', changed: '△', same: '=' } as const

/** The first values as they would be published, beside what is. */
export function ValuesPreview({ values }: { values: readonly PreviewValue[] }) {
  const { t, locale } = useWords()
  const kindOf = ({ value, published }: PreviewValue) =>
    published === null ? 'new' : published === value ? 'same' : 'changed'
  const columns: Column<PreviewValue>[] = [
    {
      key: 'cell',
      title: t('table-import.cell'),
      width: '70px',
      cell: ({ cell }) => <span className="figure sheet-letter">{cell}</span>,
    },
    {
      key: 'kind',
      title: t('import.column.kind'),
      width: '76px',
      cell: (value) => (
        <span className={`sheet-kind is-${kindOf(value)}`}>
          <span aria-hidden="true">{MARKS[kindOf(value)]}</span> {t(`table-import.kind.${kindOf(value)}`)}
        </span>
      ),
    },
    { key: 'indicator', title: t('table-import.name-kind.indicator'), cell: ({ indicator }) => indicator },
    {
      key: 'period',
      title: t('table-import.whole.period'),
      cell: ({ period }) => periodWords(locale, period),
    },
    { key: 'unit', title: t('table-import.name-kind.unit'), isMain: true, cell: ({ unit }) => unit },
    { key: 'value', title: t('table-import.value'), align: 'right', cell: ({ value }) => value ?? '—' },
    {
      key: 'published',
      title: t('table-import.published-value'),
      align: 'right',
      cell: ({ published }) => published ?? '—',
    },
  ]
  return (
    <DataTable
      caption={t('table-import.tab.preview')}
      columns={columns}
      rows={values}
      rowKey={({ cell, indicator, period, unit }) => `${cell} ${indicator} ${period} ${unit}`}
    />
  )
}

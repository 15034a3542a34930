import type { SheetColumn } from '../../../api/sheets.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Confidence } from '../../../ui/sheet/confidence.tsx'
import { Samples } from '../../../ui/sheet/samples.tsx'
import { FieldSelect } from './field-select.tsx'
import type { MappingDraft } from './use-mapping-draft.ts'

interface ColumnsTableProps {
  columns: readonly SheetColumn[]
  mapping: MappingDraft
}

/** Each column of the sheet with its heading, its first cells, and the field that it holds. */
export function ColumnsTable({ columns, mapping }: ColumnsTableProps) {
  const { t } = useWords()
  const shown: Column<SheetColumn>[] = [
    {
      key: 'letter',
      title: t('import.column.letter'),
      width: '44px',
      cell: ({ letter }) => <span className="figure soft">{letter}</span>,
    },
    {
      key: 'heading',
      title: t('import.column.heading'),
      isMain: true,
      width: '22%',
      cell: ({ headings }) => headings.join(' / ') || <span className="soft">{t('import.no-heading')}</span>,
    },
    {
      key: 'samples',
      title: t('import.column.samples'),
      cell: ({ samples }) => <Samples samples={samples} />,
    },
    {
      key: 'field',
      title: t('import.column.field'),
      width: '230px',
      cell: (column) => <FieldSelect column={column} columns={columns} mapping={mapping} />,
    },
    {
      key: 'confidence',
      title: t('import.column.confidence'),
      width: '110px',
      cell: ({ column, field, confidence }) => {
        const chosen = mapping.draft.columns[column] ?? null
        return <Confidence confidence={confidence} isChosen={chosen !== field} isNone={chosen === null} />
      },
    },
  ]
  return (
    <DataTable caption={t('import.mapping')} columns={shown} rows={columns} rowKey={({ letter }) => letter} />
  )
}

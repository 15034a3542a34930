import { useState } from 'react'
import type { TableProblem } from '../../../../api/indicator-sheets.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../../ui/data-table.tsx'
import { Pager } from '../../../../ui/pager.tsx'

const PAGE_SIZE = 50

/** Each cell that cannot be read, by its address in the sheet, and what to do about it. */
export function CellProblems({ problems: all }: { problems: readonly TableProblem[] }) {
  const { t } = useWords()
  // A name that is not known is told once for its row, not once for each of its figures.
  const problems = [...new Map(all.map((each) => [keyOf(each), each])).values()]
  const [page, setPage] = useState(1)
  const columns: Column<TableProblem>[] = [
    {
      key: 'cell',
      title: t('table-import.cell'),
      width: '80px',
      cell: ({ row, letter }) => <span className="figure sheet-letter">{`${letter ?? ''}${row}`}</span>,
    },
    {
      key: 'value',
      title: t('import.column.value'),
      width: '220px',
      cell: ({ value }) => <span className="sheet-value">{value || '—'}</span>,
    },
    { key: 'sentence', title: t('import.column.sentence'), isMain: true, cell: ({ sentence }) => sentence },
  ]
  const shown = problems.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
  return (
    <>
      <DataTable caption={t('table-import.tab.problems')} columns={columns} rows={shown} rowKey={keyOf} />
      <Pager page={page} pageSize={PAGE_SIZE} total={problems.length} onPage={setPage} />
    </>
  )
}

const keyOf = ({ row, letter, code, value }: TableProblem) => `${letter}${row} ${code} ${value}`

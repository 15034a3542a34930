import { useState } from 'react'
import type { SheetNote } from '../../../api/sheets.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Pager } from '../../../ui/pager.tsx'

const PAGE_SIZE = 50

/** Where something stands in the sheet, by its row and column as Excel names them, and what to do about it. */
export function NotesTable({ caption, notes }: { caption: string; notes: readonly SheetNote[] }) {
  const { t } = useWords()
  const [page, setPage] = useState(1)
  const columns: Column<SheetNote>[] = [
    {
      key: 'row',
      title: t('import.column.row'),
      align: 'right',
      width: '64px',
      cell: ({ row }) => row,
    },
    {
      key: 'column',
      title: t('import.column.column'),
      width: '170px',
      cell: ({ letter, heading }) => (letter ? <Place letter={letter} heading={heading} /> : '—'),
    },
    {
      key: 'value',
      title: t('import.column.value'),
      width: '220px',
      cell: ({ value }) => <span className="sheet-value">{value || '—'}</span>,
    },
    { key: 'sentence', title: t('import.column.sentence'), isMain: true, cell: ({ sentence }) => sentence },
  ]
  const shown = notes.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
  return (
    <div className="sheet-notes">
      <DataTable caption={caption} columns={columns} rows={shown} rowKey={keyOf} />
      <Pager page={page} pageSize={PAGE_SIZE} total={notes.length} onPage={setPage} />
    </div>
  )
}

const keyOf = ({ row, letter, sentence }: SheetNote) => `${row} ${letter} ${sentence}`

function Place({ letter, heading }: { letter: string; heading: string | null }) {
  return (
    <>
      <span className="figure sheet-letter">{letter}</span> <span className="soft">{heading}</span>
    </>
  )
}

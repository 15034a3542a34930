import type { KeyboardEvent, ReactNode } from 'react'
import './data-table.css'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  readonly align?: 'right'
  /** Set where the column can be sorted by. */
  readonly sortKey?: string
  /** The main column: heads the card on a phone. */
  readonly isMain?: boolean
  readonly width?: string
}

interface DataTableProps<Row> {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** `dueOn` ascending, `-dueOn` descending. */
  sort?: string
  onSort?: (sort: string) => void
  selectedKey?: string | undefined
}

/** The table of every list: dense lines on a desk, cards on a phone, plain ruled lines on paper. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  sort,
  onSort,
  selectedKey,
}: DataTableProps<Row>) {
  return (
    <table className="data-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className={selectedKey === rowKey(row) ? 'is-selected' : undefined}>
            {columns.map((column) => (
              <td
                key={column.key}
                data-label={column.title}
                className={`${column.isMain ? 'is-main' : ''} ${column.align === 'right' ? 'is-right figure' : ''}`}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function HeadCell<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>
  sort?: string
  onSort?: ((sort: string) => void) | undefined
}) {
  const { sortKey } = column
  const direction =
    sortKey && sort?.replace('-', '') === sortKey
      ? sort.startsWith('-')
        ? 'descending'
        : 'ascending'
      : undefined
  const style = column.width ? { width: column.width } : undefined
  const className = column.align === 'right' ? 'is-right' : undefined
  if (!sortKey || !onSort) {
    return (
      <th scope="col" className={className} style={style}>
        {column.title}
      </th>
    )
  }
  const turn = () => onSort(direction === 'ascending' ? `-${sortKey}` : sortKey)
  return (
    <th scope="col" aria-sort={direction ?? 'none'} className={className} style={style}>
      <button
        type="button"
        onClick={turn}
        onKeyDown={(event: KeyboardEvent) => event.key === ' ' && event.stopPropagation()}
      >
        {column.title}
        <span aria-hidden="true">
          {direction === 'ascending' ? '▲' : direction === 'descending' ? '▼' : '↕'}
        </span>
      </button>
    </th>
  )
}

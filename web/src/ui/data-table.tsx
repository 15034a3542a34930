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

/** Lines that are ticked, for something done to many at once. */
export interface RowSelection<Row> {
  readonly isSelected: (row: Row) => boolean
  readonly onToggle: (rows: readonly Row[], isSelected: boolean) => void
  /** The name of a line's box, and of the box for all lines shown. */
  readonly nameOf: (row: Row) => string
  readonly nameOfAll: string
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
  selection?: RowSelection<Row> | undefined
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
  selection,
}: DataTableProps<Row>) {
  return (
    <table className="data-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {selection && <AllBox rows={rows} selection={selection} />}
          {columns.map((column) => (
            <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            data-row={rowKey(row)}
            className={selectedKey === rowKey(row) ? 'is-selected' : undefined}
            aria-current={selectedKey === rowKey(row) ? 'true' : undefined}
          >
            {selection && (
              <td className="data-table-box no-print">
                <input
                  type="checkbox"
                  aria-label={selection.nameOf(row)}
                  checked={selection.isSelected(row)}
                  onChange={(event) => selection.onToggle([row], event.target.checked)}
                />
              </td>
            )}
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

function AllBox<Row>({ rows, selection }: { rows: readonly Row[]; selection: RowSelection<Row> }) {
  const count = rows.filter(selection.isSelected).length
  return (
    <th scope="col" className="data-table-box no-print">
      <input
        type="checkbox"
        aria-label={selection.nameOfAll}
        checked={rows.length > 0 && count === rows.length}
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && count < rows.length
        }}
        onChange={(event) => selection.onToggle(rows, event.target.checked)}
      />
    </th>
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
  const style = column.width
    ? { width: column.width.endsWith('px') ? `calc(${column.width} * var(--type))` : column.width }
    : undefined
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

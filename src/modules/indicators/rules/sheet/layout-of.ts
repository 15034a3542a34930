import type { Layout, TableColumn } from './table-mapping.ts'

/** The usual name of a table whose columns are these: what goes down, by what goes across. */
export function layoutOf(columns: readonly TableColumn[]): Layout {
  const has = (role: TableColumn['role']) => columns.some((column) => column.role === role)
  const values = columns.flatMap((column) => (column.role === 'value' ? [column] : []))
  const across = (what: 'unit' | 'period' | 'indicator') =>
    new Set(values.map((column) => column[what])).size > 1 || values.some((column) => column[what] !== null)
  const down = [
    has('unit') && 'unit',
    (has('period') || has('year')) && 'period',
    has('indicator') && 'indicator',
  ].filter((each) => each !== false)
  if (down.length >= 2 && values.length > 0 && !across('period') && !across('unit')) return 'long'
  const [first] = down
  const over = (['indicator', 'unit', 'period'] as const).filter((what) => what !== first && across(what))
  if (first === undefined || over.length === 0) return 'other'
  const layout = `${first}s-by-${over.map((what) => `${what}s`).join('-and-')}`
  return (KNOWN as readonly string[]).includes(layout) ? (layout as Layout) : 'other'
}

const KNOWN: readonly Layout[] = [
  'units-by-periods',
  'units-by-indicators',
  'units-by-indicators-and-periods',
  'periods-by-units',
  'periods-by-indicators',
  'periods-by-indicators-and-units',
  'indicators-by-periods',
  'indicators-by-units',
  'indicators-by-units-and-periods',
]

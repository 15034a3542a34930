/** What a chart shows, as a table: for reading, for a screen reader, and for a file. */
export interface ChartTable {
  readonly columns: readonly { readonly key: string; readonly title: string; readonly align?: 'right' }[]
  /** Raw values: shortened numbers are for the screen only. */
  readonly rows: readonly Readonly<Record<string, string | number | null>>[]
}

/** RFC 4180 with a byte-order mark, by which Excel knows UTF-8. A text that a program would take for a formula is quoted by `'`. */
export function csvOf({ columns, rows }: ChartTable): string {
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ key }) => row[key] ?? '')),
  ]
  return `\ufeff${lines.map((line) => `${line.map(field).join(',')}\r\n`).join('')}`
}

function field(value: string | number): string {
  const text = typeof value === 'string' && isFormula(value) ? `'${value}` : String(value)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** As the server's files (`guardFormula`): signs of double width count, and what looks guarded already gets another `'`. */
const isFormula = (text: string) =>
  /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) && !/^[+-]?(?:[\d,]*\d|[\d,]*\.\d+)%?$/.test(text)

import { displayWidth, padToWidth } from './display-width.ts'

export interface TextColumn {
  readonly heading: string
  /** Numbers stand at the right. */
  readonly isNumber?: boolean
}

/** Rows in columns of equal width, as a terminal shows Chinese: two columns for a character. Nothing stands at a line's end. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string {
  const lines = [columns.map(({ heading }) => heading), ...rows]
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => displayWidth(line[at] ?? ''))))
  return lines
    .map((line) =>
      columns
        .map(({ isNumber }, at) => {
          const [text, width] = [line[at] ?? '', widths[at]!]
          return isNumber ? ' '.repeat(width - displayWidth(text)) + text : padToWidth(text, width)
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

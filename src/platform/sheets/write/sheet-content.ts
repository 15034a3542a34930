/** A column of an exported table. `day` takes `YYYY-MM-DD` and becomes a real date, `number` a real number. */
export interface SheetColumn {
  readonly key: string
  readonly heading: string
  /** In characters of the standard font; a Chinese character takes two. */
  readonly width: number
  readonly type: 'text' | 'number' | 'day' | 'boolean'
}

export type SheetValue = string | number | boolean | null | undefined

/** What is written: rows are taken one by one as the reader of the stream takes bytes. */
export interface SheetContent {
  readonly sheetName: string
  readonly columns: readonly SheetColumn[]
  readonly rows: AsyncIterable<Readonly<Record<string, SheetValue>>>
}

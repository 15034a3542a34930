import { type Raw, textIn } from './search-values.ts'

/** Which line of a sheet is lit. */
export interface SheetSearch {
  readonly line?: string
}

export function readSheetSearch(raw: Raw): SheetSearch {
  const line = textIn(raw, 'line')
  return line === undefined ? {} : { line }
}

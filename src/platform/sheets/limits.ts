import type { ZipLimits } from '../zip/index.ts'

/** What a spreadsheet may be. Rows are read as a stream, so only the file and its table of texts are held in memory. */
export interface SheetLimits extends ZipLimits {
  readonly maxBytes: number
  /** The old format has to be unfolded in one piece. */
  readonly maxXlsBytes: number
  readonly maxRows: number
  readonly maxColumns: number
  /** UTF-8 bytes of the texts that an xlsx file keeps apart from its cells. */
  readonly maxTextBytes: number
  /** The longest stretch of one row; Excel lets a cell hold 32,767 characters. */
  readonly maxRowCharacters: number
  /** Wall clock for opening and for each batch of rows. */
  readonly timeoutMs: number
  /** Heap of the thread that reads. */
  readonly memoryMb: number
}

/**
 * 50,000 rows of 30 columns were measured at 10–13 MB packed and 150 MB unfolded; a styled but empty grid packs
 * 100 times. The limits leave room for four times that.
 */
export const sheetLimits: SheetLimits = {
  maxBytes: 50 * 1024 * 1024,
  maxXlsBytes: 20 * 1024 * 1024,
  maxRows: 200_000,
  maxColumns: 500,
  maxTextBytes: 256 * 1024 * 1024,
  maxRowCharacters: 8 * 1024 * 1024,
  maxZipEntries: 10_000,
  maxInflatedBytes: 1024 * 1024 * 1024,
  maxInflationRatio: 500,
  timeoutMs: 60_000,
  memoryMb: 768,
}

import type { SheetFormat, SheetName, SheetRow } from './cell.ts'
import { type SheetLimits, sheetLimits } from './limits.ts'
import { SheetThread } from './sheet-thread.ts'

export interface OpenSheetOptions {
  /** The file itself, or where it lies. */
  readonly source: { readonly bytes: Uint8Array } | { readonly path: string }
  readonly fileName: string
  /** The name of the sheet to read; the first one that is not hidden when left out. */
  readonly sheet?: string
  readonly signal?: AbortSignal
  readonly limits?: Partial<SheetLimits>
}

/** A table that is being read in a thread of its own. Close it, also after an error. */
export interface OpenSheet {
  readonly format: SheetFormat
  readonly sheets: readonly SheetName[]
  /** The name of the sheet that is read. */
  readonly opened: string
  /** The rows with something in them, once; the thread reads ahead by one batch at most. */
  rows(): AsyncIterable<SheetRow>
  close(): Promise<void>
}

/**
 * Opens an xlsx, xls or csv file by its content and reads it as a stream off the main thread, so that the server
 * answers meanwhile and memory stays flat (docs/decisions/0016-spreadsheets-as-streams.md).
 * @throws `platform.sheet-empty`, `-too-large`, `-wrong-type`, `-encrypted`, `-damaged`, `-encoding`,
 * `platform.no-such-sheet`, `platform.xls-too-large`, `platform.zip-*`; while reading `platform.sheet-too-wide`,
 * `-too-many-rows`, `-too-slow`, `-out-of-memory`; the signal's reason when it is aborted
 */
export async function openSheet(options: OpenSheetOptions): Promise<OpenSheet> {
  const limits = { ...sheetLimits, ...options.limits }
  const { source, fileName, sheet, signal } = options
  const bytesOrPath = 'path' in source ? source.path : source.bytes
  const thread = await SheetThread.start({ source: bytesOrPath, fileName, sheet, limits }, signal)
  try {
    const opened = await thread.next('opened')
    return {
      format: opened.format,
      sheets: opened.sheets,
      opened: opened.opened,
      rows: () => rowsOf(thread),
      close: () => thread.end(),
    }
  } catch (error) {
    await thread.end()
    throw error
  }
}

async function* rowsOf(thread: SheetThread): AsyncGenerator<SheetRow> {
  try {
    for (;;) {
      thread.ask()
      const { rows, isLast } = await thread.next('rows')
      yield* rows
      if (isLast) return
    }
  } finally {
    await thread.end()
  }
}

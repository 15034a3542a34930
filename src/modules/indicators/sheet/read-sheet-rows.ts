import type { OpenSheet } from '../../../platform/sheets/index.ts'
import type { ObservationReader } from '../rules/sheet/read-observations.ts'

export interface Reading {
  readonly open: () => Promise<OpenSheet>
  readonly onProgress: (rows: number) => void
  readonly signal: AbortSignal
}

const EVERY = 1000

/** Gives all rows of a table to its reader, and how many there were. @throws the signal's reason when it is aborted */
export async function readSheetRows(
  reader: ObservationReader,
  { open, onProgress, signal }: Reading,
): Promise<number> {
  const sheet = await open()
  let rows = 0
  try {
    for await (const row of sheet.rows()) {
      reader.read(row)
      if (++rows % EVERY !== 0) continue
      onProgress(rows)
      signal.throwIfAborted()
    }
  } finally {
    await sheet.close()
  }
  onProgress(rows)
  return rows
}

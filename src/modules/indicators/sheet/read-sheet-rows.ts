import { setImmediate } from 'node:timers/promises'
import { type OpenSheet, scanPlainCsv } from '../../../platform/sheets/index.ts'
import type { ObservationReader } from '../rules/sheet/read-observations.ts'

export interface Reading {
  readonly open: () => Promise<OpenSheet>
  /** The bytes of a csv file, which may be read the quick way. */
  readonly readCsv: (() => Promise<Uint8Array>) | null
  readonly onProgress: (rows: number) => void
  readonly signal: AbortSignal
}

const EVERY = 1000

/** Gives all rows of a table to its reader, and how many there were. @throws the signal's reason when it is aborted */
export async function readSheetRows(reader: ObservationReader, reading: Reading): Promise<number> {
  const { onProgress, signal } = reading
  const batches = reading.readCsv ? scanPlainCsv(await reading.readCsv()) : undefined
  let rows = 0
  if (batches) {
    for (const batch of batches) {
      for (const row of batch) reader.read(row)
      rows += batch.length
      onProgress(rows)
      await setImmediate()
      signal.throwIfAborted()
    }
    return rows
  }
  const sheet = await reading.open()
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

import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { CodedError, invalid } from '../../kernel/errors.ts'
import type { SheetRow } from './cell.ts'
import { readTable } from './read-table.ts'
import type { SheetReply, SheetTask } from './worker-messages.ts'

const BATCH = 200

/** Runs inside the worker thread: opens the table, then one batch of rows for each message, until there are none. */
async function serve({ source, fileName, sheet, limits }: SheetTask): Promise<void> {
  const bytes = typeof source === 'string' ? await readFile(source) : source
  const table = await readTable({ bytes, fileName, sheet, limits })
  const { format, sheets, opened } = table
  reply({ kind: 'opened', format, sheets, opened })
  await asked()
  let batch: SheetRow[] = []
  let count = 0
  for await (const row of table.rows()) {
    if (++count > limits.maxRows)
      throw invalid('platform.sheet-too-many-rows', { row: row.row, limit: limits.maxRows })
    batch.push(row)
    if (batch.length < BATCH) continue
    reply({ kind: 'rows', rows: batch, isLast: false })
    batch = []
    await asked()
  }
  reply({ kind: 'rows', rows: batch, isLast: true })
}

const reply = (message: SheetReply) => parentPort!.postMessage(message)
const asked = () => new Promise((resolve) => parentPort!.once('message', resolve))

serve(workerData as SheetTask).catch((error: unknown) => {
  if (error instanceof CodedError)
    reply({ kind: 'refused', error: { kind: error.kind, code: error.code, details: error.details } })
  else reply({ kind: 'failed', message: String((error as Error)?.stack ?? error) })
})

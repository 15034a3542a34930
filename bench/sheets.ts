import { createWriteStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import {
  CheckSheet,
  checkImport,
  getImport,
  startImport,
  uploadSheet,
} from '../src/modules/ledger/testing.ts'
import { writeCsv, writeXlsx } from '../src/platform/sheets/index.ts'
import { drainJobs } from '../src/platform/testing/drain-jobs.ts'
import { machine } from './journal/machine.ts'
import { COLUMNS, inventRows } from './sheets/invent-rows.ts'
import { openImportCity } from './sheets/open-import-city.ts'
import { watchHeap } from './sheets/watch-heap.ts'

/**
 * `npm run bench:sheets -- [rows]`: writes a ledger of 50,000 rows as xlsx and csv and brings it in as the product does,
 * job and all: uploaded, checked, entered, and again, when nothing may change. Prints figures; nothing passes or fails.
 */
const rows = Number(process.argv[2] ?? 50_000)

await using cleanup = new AsyncDisposableStack()
const { database, ctx, folder, unitNames } = await openImportCity(cleanup)
const files = await Promise.all(
  (['xlsx', 'csv'] as const).map(async (format) => {
    const path = join(folder, `ledger.${format}`)
    const content = { sheetName: '台账', columns: COLUMNS, rows: inventRows(rows, unitNames) }
    await pipeline(format === 'xlsx' ? writeXlsx(content) : writeCsv(content), createWriteStream(path))
    return { format, path, megabytes: (await stat(path)).size / 2 ** 20 }
  }),
)
const [xlsx, csv] = files as [(typeof files)[number], (typeof files)[number]]

console.log(`# Spreadsheets in, ${rows.toLocaleString('en')} rows: ${await machine(database)}\n`)
console.log(files.map(({ format, megabytes }) => `${format} ${megabytes.toFixed(1)} MB`).join(', '), '\n')
console.log('| what | seconds | of them here | rows/s | memory at most | in each eighth of the time |')
console.log('|---|---:|---:|---:|---:|---|')

await bring(xlsx, 'new')
await bring(xlsx, 'again')
await bring(csv, 'again')

async function bring({ path, format }: { path: string; format: string }, which: 'new' | 'again') {
  const bytes = await readFile(path)
  const sheet = await line(`${format} ${which}: uploaded`, () =>
    uploadSheet(ctx, { bytes, fileName: `ledger.${format}` }),
  )
  const columns = sheet.columns.map(({ field }) => field)
  await checkImport(ctx, sheet.id, CheckSheet.parse({ columns, options: { ...sheet.options, year: 2027 } }))
  await line(`${format} ${which}: checked`, drain)
  const { counts, problems } = await getImport(ctx, sheet.id)
  if (problems.length > 0) throw new Error(JSON.stringify(problems.slice(0, 3)))
  await startImport(ctx, sheet.id)
  await line(`${format} ${which}: entered`, drain)
  const { state } = await getImport(ctx, sheet.id)
  console.log(`| ${state}: ${JSON.stringify(counts)} |`)
}

function drain() {
  return drainJobs({ database, clock: ctx.clock })
}

async function line<T>(what: string, work: () => Promise<T>): Promise<T> {
  const { result, seconds, cpuSeconds, peakMb, partsMb } = await watchHeap(work)
  const speed = Math.round(rows / seconds).toLocaleString('en')
  console.log(
    `| ${what} | ${seconds.toFixed(1)} | ${cpuSeconds.toFixed(1)} | ${speed} | ${peakMb} MB | ${partsMb.join(' ')} |`,
  )
  return result
}

import {
  createSealer,
  journal,
  journalAll,
  parseHashAlgorithm,
  verifyJournal,
} from '../src/platform/journal/index.ts'
import { machine } from './journal/machine.ts'
import { openScratchCity } from './journal/open-scratch-city.ts'
import { countBare, readBare } from './journal/read-bare.ts'
import { sampleEntry } from './journal/sample-entry.ts'
import { watchMemory } from './journal/watch-memory.ts'

/**
 * `npm run bench:journal -- [entries] [sha256|sm3]`: writes a journal of a million entries and verifies it, beside what
 * the bare reading and the bare hashing of the same entries cost.
 */
const entries = Number(process.argv[2] ?? 1_000_000)
const algorithm = parseHashAlgorithm(process.argv[3])
const ALONE = 1000
const TOGETHER = 50_000

await using cleanup = new AsyncDisposableStack()
const { database, tenant, ctx } = await openScratchCity(cleanup, algorithm)
console.log(`# Journal, ${algorithm}: ${await machine(database)}\n`)
console.log('| what | entries | seconds | of them here | entries/s | memory at most |')
console.log('|---|---:|---:|---:|---:|---:|')

await row('written one by one, each its transaction', ALONE, async () => {
  for (let number = 1; number <= ALONE; number++)
    await ctx.transaction((tx) => journal(tx, ctx, sampleEntry(number)))
})
await row(`written ${TOGETHER} to a transaction`, entries - ALONE, async () => {
  for (let from = ALONE; from < entries; from += TOGETHER) {
    const length = Math.min(TOGETHER, entries - from)
    const batch = Array.from({ length }, (_, index) => sampleEntry(from + index + 1))
    await ctx.transaction((tx) => journalAll(tx, ctx, batch))
  }
})
await row('bare: select count(*)', entries, () => countBare(database.url))
await row('bare: every column of every row by the driver', entries, () =>
  readBare(database.url, tenant.id, entries),
)
await row('bare: hashing alone', entries, async () => {
  const sealer = createSealer(database.secret)
  const { action, subject, detail } = sampleEntry(entries)
  const what = { action, subjectType: subject.type, subjectId: subject.id, detail: JSON.stringify(detail) }
  const who = { tenantId: tenant.id, actorId: tenant.id, actorName: ctx.actor.name }
  let previousHash = '0'.repeat(64)
  for (let seq = 1; seq <= entries; seq++) {
    previousHash = sealer.hashEntry(algorithm, {
      ...who,
      ...what,
      seq,
      at: '2024-04-10T02:00:00.000000Z',
      previousHash,
    })
  }
})
const verdict = await row('verified', entries, () => verifyJournal(database, tenant.id))
console.log(`\n${JSON.stringify(verdict)}`)

async function row<T>(what: string, count: number, work: () => Promise<T>): Promise<T> {
  const { result, seconds, cpuSeconds, peakMb } = await watchMemory(work)
  const speed = Math.round(count / seconds).toLocaleString('en')
  console.log(
    `| ${what} | ${count.toLocaleString('en')} | ${seconds.toFixed(2)} | ${cpuSeconds.toFixed(2)} | ${speed} | ${peakMb.toFixed(0)} MB |`,
  )
  return result
}

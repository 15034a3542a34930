/**
 * `node deploy/citus/check.ts [statements.jsonl]`: on a cluster that is spread and has no city yet, with DATABASE_URL of the
 * coordinator. Two cities live a little; then each statement that was sent is explained, and those of a file that
 * `QUARTERDECK_KEEP_STATEMENTS=statements.jsonl npm test` wrote, which are all that the tests know.
 */
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../src/platform/database/index.ts'
import { createFolderStore } from '../../src/platform/files/index.ts'
import { listTenants } from '../../src/platform/tenants/index.ts'
import { apart, appendOnly, laterPartitions, tellsOfWrites } from './check/apart.ts'
import { askTable, CLOCK, importSheet, liveItem, signInAndAsk, verify } from './check/live.ts'
import { explainAll, type Sent } from './check/plans.ts'
import { makeCity } from './check/two-cities.ts'

const url = process.env.DATABASE_URL
if (!url) throw new Error('DATABASE_URL names the coordinator')
const sent = new Map<string, Sent>()
const database = await openDatabase({
  url,
  secret: Buffer.alloc(32, 7),
  poolSize: 4,
  files: createFolderStore({ folder: mkdtempSync(join(tmpdir(), 'quarterdeck-citus-')) }),
  statements: (text, parameters) => sent.set(text, { sql: text, parameters }),
})
const faults: string[] = []

async function step<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  const began = performance.now()
  try {
    const result = await work()
    console.log(`well    ${name} (${Math.round(performance.now() - began)} ms)`)
    return result
  } catch (error) {
    faults.push(name)
    console.log(`WRONG   ${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return undefined
  }
}

if ((await listTenants(database)).length > 0)
  throw new Error('There are cities already: check before one is loaded')
const one = await step('a city is made, its register and figures loaded', () =>
  makeCity(database, CLOCK, 'check-one'),
)
const two = await step('another city beside it', () => makeCity(database, CLOCK, 'check-two'))
if (one && two) {
  await step('an item from entry to close, the tally of closed ones', () => liveItem(one))
  await step('the same in the other city', () => liveItem(two))
  await step('a sheet of 50 items imported by the job', () => importSheet(one, database))
  await step('a league table', () => askTable(one))
  await step('sign-in, list, statistics, desk, search, board', () => signInAndAsk(one, database))
  for (const city of [one, two])
    await step(`the journal of ${city.tenant.key} is whole`, () => verify(city, database))
  const found = await step('every statement is sent to one machine', () =>
    explainAll([...sent.values()], database, one.tenant.id),
  )
  const file = process.argv[2]
  const kept = file
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Sent)
    : []
  const more = await step(`as are ${kept.length} that the tests have sent`, () =>
    explainAll(kept, database, one.tenant.id),
  )
  for (const fault of [...(found ?? []), ...(more ?? [])]) {
    faults.push(fault)
    console.log(`WRONG   ${fault}`)
  }
  console.log(`${sent.size} statements of this run, ${kept.length} of the tests`)
  await step('no city sees another', () => apart([one, two], database))
  await step('partitions of the coming year are made', () => laterPartitions(database))
  await step('what is append-only is so on the machines', () => appendOnly(database))
  await step('a read tells of a write in its own transaction', () => tellsOfWrites(one, database))
}
await database.close()
console.log(faults.length === 0 ? 'All is well' : `${faults.length} things are wrong`)
process.exitCode = faults.length === 0 ? 0 : 1

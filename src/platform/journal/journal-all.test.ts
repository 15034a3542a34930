import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createContext, type Database, openDatabase, systemActor } from '../database/index.ts'
import { openTestCity, type TestCity } from '../testing/index.ts'
import { type JournalEntry, journal, journalAll, listJournal, verifyJournal } from './index.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city?.close())

const verify = (options = {}) => verifyJournal(city.database, city.tenant.id, options)
const total = () => city.asSystem().transaction(async (tx) => (await listJournal(tx)).total)
const entryOf = (number: number): JournalEntry => ({
  action: 'test.done',
  subject: { type: 'test', id: `t${number}` },
  detail: { number },
})
const entries = (count: number) => Array.from({ length: count }, (_, index) => entryOf(index + 1))

it('verifies whatever the entries tell, in all characters', async () => {
  // PostgreSQL keeps no zero character, and a lone half of a character is none.
  const text = fc
    .string({ unit: 'binary', maxLength: 60 })
    .map((it) => it.replaceAll('\0', '').toWellFormed())
  const entry = fc.record({
    action: text,
    subject: fc.record({ type: text, id: text }),
    detail: fc.dictionary(fc.string(), fc.jsonValue()) as fc.Arbitrary<Record<string, unknown>>,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 30 }), text, async (written, name) => {
      const ctx = city.as('officer')
      const named = { ...ctx, actor: { ...ctx.actor, name } }
      await named.transaction((tx) => journalAll(tx, named, written))
      expect(await verify()).toMatchObject({ kind: 'whole' })
    }),
    { numRuns: 60 },
  )
})

it('keeps the order of many entries, and is one chain with those written alone', async () => {
  const before = await total()
  const officer = city.as('officer')
  await officer.transaction(async (tx) => {
    await journal(tx, officer, entryOf(0))
    await journalAll(tx, officer, entries(20_500))
    await journalAll(tx, officer, [])
  })
  await officer.transaction((tx) => journal(tx, officer, entryOf(30_000)))
  const page = await city.as('auditor').transaction((tx) => listJournal(tx, { pageSize: 30_000 }))
  const ids = page.entries.slice(0, 20_502).map(({ subjectId }) => subjectId)
  expect(ids).toEqual([
    't30000',
    ...entries(20_500)
      .map(({ subject }) => subject.id)
      .reverse(),
    't0',
  ])
  const steps: number[] = []
  const verdict = await verify({ onProgress: (checked: number) => steps.push(checked) })
  expect(verdict).toEqual({ kind: 'whole', entries: before + 20_502 })
  expect(steps.length).toBeGreaterThan(1)
  expect(steps.at(-1)).toBe(before + 20_502)
})

it('writes all of them or none', async () => {
  const before = await total()
  const officer = city.as('officer')
  const failing = officer.transaction(async (tx) => {
    await journalAll(tx, officer, entries(2001))
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await verify()).toEqual({ kind: 'whole', entries: before })
})

it('does not let the head name an entry that is not there', async () => {
  const move = city.database.forTenant({ tenantId: city.tenant.id }, (tx) =>
    sql`update journal.head set seq = seq + 1`.execute(tx),
  )
  await expect(move).rejects.toThrow('only grows')
})

it('goes on in SM3 from one entry on, and back, and both parts verify', async () => {
  const before = await total()
  const sm3 = await openDatabase({
    url: city.database.url,
    secret: city.database.secret,
    poolSize: 1,
    journalHash: 'sm3',
  })
  await write(sm3, 3)
  await write(city.database, 2)
  const { rows } = await sql<{ hash: string }>`select hash from journal.entry
    where seq > ${before} order by seq`.execute(city.database.owner)
  expect(rows.map(({ hash }) => hash.replace(/[0-9a-f]{64}$/, ''))).toEqual(['sm3:', 'sm3:', 'sm3:', '', ''])
  expect(await verify()).toEqual({ kind: 'whole', entries: before + 5 })
  expect(await verifyJournal(sm3, city.tenant.id)).toEqual({ kind: 'whole', entries: before + 5 })
  await sm3.close()

  await sql`alter table journal.entry disable trigger user`.execute(city.database.owner)
  await sql`update journal.entry set subject_id = 't9' where seq = ${before + 2}`.execute(city.database.owner)
  expect(await verify()).toEqual({ kind: 'broken', seq: before + 2, reason: 'changed' })
})

async function write(database: Database, count: number): Promise<void> {
  const modules = [] as const
  const { clock, tenant } = city
  const base = { database, modules, clock, tenantId: tenant.id, locale: 'zh-CN' } as const
  const ctx = createContext({ ...base, actor: systemActor(modules) })
  await ctx.transaction((tx) => journalAll(tx, ctx, entries(count)))
}

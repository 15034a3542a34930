import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fixedClock } from '../../kernel/clock.ts'
import { checkHead, journal, journalAll, verifyArchive, verifyJournal } from '../journal/index.ts'
import { openTestCity, type TestCity } from '../testing/index.ts'
import { makePartitions, planRetention, readRetention, retirePartition } from './index.ts'

let city: TestCity
let folder: string
beforeAll(async () => {
  city = await openTestCity()
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-archive-'))
})
afterAll(async () => {
  await city?.close()
  await rm(folder, { recursive: true, force: true })
})

const NOW = fixedClock('2025-03-10T02:00:00Z')
const asSystem = () => city.asSystem()
const plan = (retention: Parameters<typeof planRetention>[0]['retention']) =>
  planRetention({ database: city.database, clock: NOW, retention, asSystem })
const retire = (partition: Awaited<ReturnType<typeof plan>>[number]) =>
  retirePartition(partition, { database: city.database, clock: NOW, folder, asSystem })
const verify = () => verifyJournal(city.database, city.tenant.id)
const entryOf = (number: number) => ({
  action: 'test.done',
  subject: { type: 'test', id: `t${number}` },
  detail: { text: '督查\t\\N\n"', number },
})

it('refuses to keep the journal for less than six months, and reads a number of months only', () => {
  expect(readRetention({})).toEqual({})
  expect(readRetention({ QUARTERDECK_KEEP_JOURNAL_MONTHS: '6' })).toEqual({ journal: 6 })
  for (const months of ['1', '5'])
    expect(() => readRetention({ QUARTERDECK_KEEP_JOURNAL_MONTHS: months })).toThrow(
      'platform.journal-kept-too-short',
    )
  for (const months of ['0', '-6', '6.5', 'six'])
    expect(() => readRetention({ QUARTERDECK_KEEP_STATEMENTS_MONTHS: months })).toThrow(
      'platform.malformed-keep-months',
    )
})

it('archives and drops a quarter of the journal, and verifies the rest and the archive from then on', async () => {
  const officer = city.as('officer')
  city.setClock('2024-04-11T02:00:00.123Z')
  await officer.transaction((tx) => journalAll(tx, officer, [1, 2, 3].map(entryOf)))
  city.setClock('2024-08-01T02:00:00Z')
  await officer.transaction((tx) => journal(tx, officer, entryOf(4)))
  city.setClock('2025-03-10T02:00:00Z')
  await officer.transaction((tx) => journal(tx, officer, entryOf(5)))
  await makePartitions(city.database, NOW)
  const before = await verify()
  const entries = before.kind === 'whole' ? before.entries : 0

  expect((await plan({ journal: 12 })).map(({ name }) => name)).toEqual([])
  const [oldest, ...rest] = await plan({ journal: 6 })
  expect(rest).toEqual([])
  expect(oldest).toMatchObject({ name: 'journal.entry_2024q2', rows: entries - 2, held: {} })
  // Nothing has changed by looking.
  expect(await verify()).toEqual(before)

  const file = await retire(oldest!)
  const { rows } = await sql<{ name: string | null }>`
    select to_regclass('journal.entry_2024q2')::text as name`.execute(city.database.owner)
  expect(rows[0]!.name).toBeNull()
  expect(await verify()).toEqual({ kind: 'whole', entries: entries + 1, archived: entries - 2 })
  expect(await checkHead(city.database, city.tenant.id)).toBe(true)
  const { rows: acts } = await sql<{ detail: object }>`
    select detail from journal.entry where action = 'platform.partition-archived'`.execute(
    city.database.owner,
  )
  expect(acts).toMatchObject([
    { detail: { partition: 'journal.entry_2024q2', rows: entries - 2, seq: entries - 2 } },
  ])

  const archived = await verifyArchive(city.database, file)
  expect(archived).toMatchObject({ kind: 'whole', archived: { rows: entries - 2 } })
  // Another installation's secret, and one byte of the file.
  const stranger = { ...city.database, secret: Buffer.from('the secret of another installation') }
  expect(await verifyArchive(stranger, file)).toMatchObject({ kind: 'broken', seq: 1 })
  const bytes = await readFile(file)
  bytes[Math.floor(bytes.length / 2)]! ^= 1
  await writeFile(join(folder, 'changed.tar.gz'), bytes)
  await expect(verifyArchive(city.database, join(folder, 'changed.tar.gz'))).rejects.toThrow(
    /archive-damaged|backup-damaged/,
  )
})

it('finds a journal that begins later without a checkpoint of ours', async () => {
  const verdict = await verify()
  const archived = verdict.kind === 'whole' ? verdict.archived! : 0
  const asOwner = (statements: string) =>
    city.database.owner.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql.raw(statements).execute(tx)
    })
  await asOwner(`update journal.checkpoint set seal = repeat('a', 64)`)
  expect(await verify()).toEqual({ kind: 'broken', seq: 1, reason: 'removed' })
  await asOwner(`update journal.checkpoint set seal = '${'b'.repeat(64)}', seq = seq + 1`)
  expect(await verify()).toEqual({ kind: 'broken', seq: 1, reason: 'removed' })
  const seal = (await import('../journal/index.ts')).createSealer(city.database.secret)
  const { rows } = await sql<{ hash: string }>`select hash from journal.checkpoint`.execute(
    city.database.owner,
  )
  const right = seal.sealCheckpoint({ tenantId: city.tenant.id, seq: archived, hash: rows[0]!.hash })
  await asOwner(`update journal.checkpoint set seal = '${right}', seq = ${archived};
    delete from journal.entry where seq = ${archived + 1}`)
  expect(await verify()).toEqual({ kind: 'broken', seq: archived + 1, reason: 'removed' })
})

it('lets statements and values stay while something points at them, and says what', async () => {
  const ctx = city.asSystem()
  await ctx.transaction(async (tx) => {
    await sql`insert into indicators.indicator (tenant_id, id, number, code, created_at, created_by)
      values (${ctx.tenantId}, gen_random_uuid(), 9001, 'KEEP', now(), 'test')`.execute(tx)
    await sql`insert into indicators.vintage (tenant_id, number, published_at, published_by, publisher_id, source, note,
        content_hash, blocks, rows)
      values (${ctx.tenantId}, 9001, now(), 'test', gen_random_uuid(), '', '', ${'a'.repeat(64)}, 1, 1)`.execute(
      tx,
    )
    await sql`insert into indicators.measured_unit (tenant_id, number, key, name, kind, cohort)
      values (${ctx.tenantId}, 9001, 'keep', '某省', 'external', 'provinces')`.execute(tx)
    await sql`insert into indicators.block (tenant_id, indicator, period, vintage, units, values)
      values (${ctx.tenantId}, 9001, 119981231, 9001, '{9001}', '{1}')`.execute(tx)
    await sql`insert into indicators.target (tenant_id, id, indicator, unit, period, value, kind, horizon, changed_at, changed_by)
      values (${ctx.tenantId}, gen_random_uuid(), 9001, 9001, 119991231, 2, 'level', 'year', now(), 'test')`.execute(
      tx,
    )
  })
  await makePartitions(city.database, NOW)
  const [values] = await plan({ observations: 120 })
  expect(values).toMatchObject({
    name: 'indicators.block_1_1990s',
    rows: 1,
    held: { 'indicators.targets': 1 },
  })
  await expect(retire(values!)).rejects.toThrow('platform.partition-held')
  await ctx.transaction((tx) =>
    sql`delete from indicators.target where tenant_id = ${ctx.tenantId} and indicator = 9001`.execute(tx),
  )
  const [free] = await plan({ observations: 120 })
  await retire(free!)
  expect(await plan({ observations: 120 })).toEqual([])
})

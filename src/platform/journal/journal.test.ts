import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../database/index.ts'
import { openTestCity, type TestCity } from '../testing/index.ts'
import { type JournalEntry, journal, listJournal, NO_HASH, verifyJournal } from './index.ts'

let city: TestCity
/** How many entries the fixture city has before a test. */
let before: number
beforeEach(async () => {
  city = await openTestCity()
  before = (await city.asSystem().transaction((tx) => listJournal(tx))).total
})
afterEach(() => city.close())

const entryOf = (number: number): JournalEntry => ({
  action: 'test.done',
  subject: { type: 'test', id: `t${number}` },
  detail: { number, text: '督查 \u0000 \ud800', nested: { b: 1, a: [1.5, null] } },
})

async function write(count: number): Promise<void> {
  const officer = city.as('officer')
  for (let number = 1; number <= count; number++) {
    await officer.transaction((tx) => journal(tx, officer, entryOf(number)))
  }
}

/** What somebody with the database's own superuser and no scruples does. */
async function asSuperuser(statements: string): Promise<void> {
  await city.database.owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql.raw(statements).execute(tx)
  })
}

const verify = () => verifyJournal(city.database, city.tenant.id)

describe('The journal', () => {
  it('tells who did what when, newest first', async () => {
    await write(3)
    const page = await city.as('auditor').transaction((tx) => listJournal(tx, { page: 1, pageSize: 2 }))
    expect(page.total).toBe(before + 3)
    expect(page.entries.map(({ seq }) => seq)).toEqual([before + 3, before + 2])
    expect(page.entries[0]).toMatchObject({
      at: new Date('2024-04-10T02:00:00Z'),
      actor: { name: 'officer' },
      action: 'test.done',
      subjectId: 't3',
      detail: entryOf(3).detail,
    })
    const ofOne = await city
      .as('auditor')
      .transaction((tx) => listJournal(tx, { subject: { type: 'test', id: 't2' } }))
    expect(ofOne.entries.map(({ subjectId }) => subjectId)).toEqual(['t2'])
  })

  it('gives one order to writes that come at once, without a gap', async () => {
    await Promise.all([1, 2, 3, 4].map(() => write(5)))
    expect(await verify()).toEqual({ kind: 'whole', entries: before + 20 })
  })

  it('has no entry of a write that was rolled back', async () => {
    const officer = city.as('officer')
    const failing = officer.transaction(async (tx) => {
      await journal(tx, officer, entryOf(1))
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await verify()).toEqual({ kind: 'whole', entries: before })
  })

  it.each([
    ['update journal.entry set action = action'],
    ['delete from journal.entry'],
    ['truncate journal.entry'],
    ['delete from journal.head'],
    ['update journal.head set seq = seq - 1'],
  ])('refuses “%s” to the application and, by trigger, to the owner', async (statement) => {
    await write(1)
    const scope = { tenantId: city.tenant.id }
    const byApplication = city.database.forTenant(scope, (tx) => sql.raw(statement).execute(tx))
    await expect(byApplication).rejects.toThrow(/permission denied|only grows/)
    await expect(sql.raw(statement).execute(city.database.owner)).rejects.toThrow('only grows')
    expect(await verify()).toEqual({ kind: 'whole', entries: before + 1 })
  })
})

describe('verifyJournal names the first entry that is not as it was written', () => {
  beforeEach(() => write(5))

  it.each([
    ['action', "action = 'test.undone'"],
    ['detail', "detail = replace(detail::text, '1.5', '1.6')::json"],
    ['detail by a blank', "detail = (detail::text || ' ')::json"],
    ['instant by a microsecond', "at = at + interval '1 microsecond'"],
    ['actor', 'actor_id = gen_random_uuid()'],
    ['actor name', "actor_name = 'auditor'"],
    ['subject', "subject_id = 't9'"],
    ['hash', "hash = repeat('a', 64)"],
    ['previous hash', "previous_hash = repeat('a', 64)"],
  ])('after a change of its %s', async (_, change) => {
    await asSuperuser(`update journal.entry set ${change} where seq = ${before + 3}`)
    expect(await verify()).toEqual({ kind: 'broken', seq: before + 3, reason: 'changed' })
  })

  it('after it was removed', async () => {
    await asSuperuser(`delete from journal.entry where seq = ${before + 2}`)
    expect(await verify()).toEqual({ kind: 'broken', seq: before + 2, reason: 'removed' })
  })

  it('after it was removed and the rest moved up', async () => {
    await asSuperuser(`delete from journal.entry where seq = ${before + 2};
      update journal.entry set seq = seq - 1 where seq > ${before + 2}`)
    expect(await verify()).toEqual({ kind: 'broken', seq: before + 2, reason: 'changed' })
  })

  it('after two were exchanged', async () => {
    await asSuperuser(`update journal.entry set seq = 1000 where seq = ${before + 2};
      update journal.entry set seq = ${before + 2} where seq = ${before + 3};
      update journal.entry set seq = ${before + 3} where seq = 1000`)
    expect(await verify()).toEqual({ kind: 'broken', seq: before + 2, reason: 'changed' })
  })

  const COPY = `insert into journal.entry
    select tenant_id, seq + 1, at, actor_id, actor_name, action, subject_type, subject_id, detail, hash, hash
    from journal.entry order by seq desc limit 1;`

  it('after one was added at the end', async () => {
    await asSuperuser(COPY)
    expect(await verify()).toEqual({ kind: 'broken', seq: before + 6, reason: 'inserted' })
  })

  it('after one was added at the end with a head that names it', async () => {
    await asSuperuser(`${COPY} update journal.head set seq = seq + 1`)
    expect(await verify()).toEqual({ kind: 'broken', seq: before + 6, reason: 'changed' })
  })

  it('after one was put in between', async () => {
    await asSuperuser(`update journal.entry set seq = seq + 1000 where seq >= ${before + 3};
      update journal.entry set seq = seq - 999 where seq > 1000;
      insert into journal.entry
        select tenant_id, seq + 1, at, actor_id, actor_name, action, subject_type, subject_id, detail, hash, hash
        from journal.entry where seq = ${before + 2};
      update journal.head set seq = seq + 1`)
    expect(await verify()).toEqual({ kind: 'broken', seq: before + 3, reason: 'changed' })
  })

  it('after the tail was cut off, also with a head set back', async () => {
    await asSuperuser(`delete from journal.entry where seq > ${before + 3}`)
    expect(await verify()).toEqual({ kind: 'broken', seq: before + 4, reason: 'removed' })
    await asSuperuser(`update journal.head set (seq, hash) =
      (select seq, hash from journal.entry order by seq desc limit 1)`)
    expect(await verify()).toEqual({ kind: 'broken', seq: before + 4, reason: 'removed' })
  })

  it('after everything was removed', async () => {
    await asSuperuser(`delete from journal.entry; delete from journal.head`)
    expect(await verify()).toEqual({ kind: 'broken', seq: 1, reason: 'removed' })
  })

  it('after the seal of the head was changed', async () => {
    await asSuperuser(`update journal.head set seal = repeat('a', 64)`)
    expect(await verify()).toEqual({ kind: 'broken', seq: before + 5, reason: 'head' })
  })

  it('after it was computed with another secret', async () => {
    const secret = Buffer.from('another secret, just as long')
    const stranger = await openDatabase({ url: city.database.url, secret, poolSize: 1 })
    const verdict = await verifyJournal(stranger, city.tenant.id)
    await stranger.close()
    expect(verdict).toEqual({ kind: 'broken', seq: 1, reason: 'changed' })
  })
})

describe('The anchor outside the database', () => {
  it('finds an earlier state put back with the head that was right then, and in a later process', async () => {
    await write(2)
    const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-anchors-'))
    const open = () =>
      openDatabase({
        url: city.database.url,
        secret: city.database.secret,
        poolSize: 1,
        anchorFile: join(folder, 'journal-anchors.json'),
      })
    const first = await open()
    const saved = (await sql<{ seal: string; hash: string }>`select * from journal.head`.execute(first.owner))
      .rows[0]!
    await write(2)
    expect(await verifyJournal(first, city.tenant.id)).toEqual({ kind: 'whole', entries: before + 4 })
    await first.close()
    expect(JSON.parse(await readFile(join(folder, 'journal-anchors.json'), 'utf8'))).toMatchObject({
      [city.tenant.id]: { seq: before + 4 },
    })

    await asSuperuser(`delete from journal.entry where seq > ${before + 2};
      update journal.head set seq = ${before + 2}, hash = '${saved.hash}', seal = '${saved.seal}'`)
    const later = await open()
    const removed = { kind: 'broken', seq: before + 3, reason: 'removed' }
    expect(await verifyJournal(later, city.tenant.id)).toEqual(removed)
    expect(await verify()).toEqual(removed)
    city.setClock('2024-04-11T02:00:00Z')
    await write(2)
    const overwritten = { kind: 'broken', seq: before + 4, reason: 'changed' }
    expect(await verifyJournal(later, city.tenant.id)).toEqual(overwritten)
    await later.close()
    await rm(folder, { recursive: true })
  })

  it('begins with a head for every tenant, so that an empty journal is one that was made', async () => {
    const { rows } = await sql<{ previous: string }>`
      select previous_hash as previous from journal.entry where seq = 1`.execute(city.database.owner)
    expect(rows).toEqual([{ previous: NO_HASH }])
  })
})

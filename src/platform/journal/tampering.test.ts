import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTenant } from '../tenants/index.ts'
import { openTestCity, type TestCity } from '../testing/index.ts'
import { journalAll, verifyJournal } from './index.ts'

let city: TestCity
/** The entry that is tampered with, in the middle of the journal. */
let seq: number
beforeEach(async () => {
  city = await openTestCity()
  const officer = city.as('officer')
  const entries = [1, 2, 3, 4, 5].map((number) => ({
    action: 'test.done',
    subject: { type: 'test', id: `t${number}` },
    detail: { number },
  }))
  await officer.transaction((tx) => journalAll(tx, officer, entries))
  const verdict = await verify()
  if (verdict.kind !== 'whole') throw new Error('not whole to begin with')
  seq = verdict.entries - 2
})
afterEach(() => city.close())

const verify = () => verifyJournal(city.database, city.tenant.id)

/** What the owner of the tables may do: the triggers and the check of the form are taken off, and put back. */
async function asOwner(statements: string): Promise<void> {
  await city.database.owner.transaction().execute(async (tx) => {
    await sql
      .raw(`alter table journal.entry disable trigger user;
        alter table journal.head disable trigger user;
        ${statements};
        alter table journal.entry enable trigger user;
        alter table journal.head enable trigger user`)
      .execute(tx)
  })
}

const CHANGES: Record<string, string> = {
  at: "at + interval '1 microsecond'",
  actor_id: 'gen_random_uuid()',
  actor_name: "actor_name || ' '",
  action: "'test.undone'",
  subject_type: "'tests'",
  subject_id: "'t9'",
  detail: "(detail::text || ' ')::json",
  previous_hash: "repeat('a', 64)",
  hash: "repeat('a', 64)",
}

describe('An entry of the journal, changed behind the back of the application', () => {
  it.each(Object.entries(CHANGES))('is named after a change of its %s', async (column, value) => {
    await asOwner(`update journal.entry set ${column} = ${value} where seq = ${seq}`)
    expect(await verify()).toEqual({ kind: 'broken', seq, reason: 'changed' })
  })

  it('is tried in every column that there is', async () => {
    const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
      where table_schema = 'journal' and table_name = 'entry'`.execute(city.database.owner)
    const tried = [...Object.keys(CHANGES), 'seq', 'tenant_id']
    expect(rows.map(({ name }) => name).sort()).toEqual(tried.sort())
  })

  it('is named after its number was changed', async () => {
    await asOwner(`update journal.entry set seq = 1000 where seq = ${seq}`)
    expect(await verify()).toEqual({ kind: 'broken', seq, reason: 'removed' })
  })

  it('is named after it was given to another city', async () => {
    const other = await createTenant(city.database, { key: 'other', name: '另市', pack: 'riverport' })
    await asOwner(`update journal.entry set tenant_id = '${other.id}' where seq = ${seq}`)
    expect(await verify()).toEqual({ kind: 'broken', seq, reason: 'removed' })
    expect(await verifyJournal(city.database, other.id)).toEqual({
      kind: 'broken',
      seq: 1,
      reason: 'inserted',
    })
  })

  it('is named when its hash has the other algorithm before it, or is no hash at all', async () => {
    await asOwner(`update journal.entry set hash = 'sm3:' || hash where seq = ${seq}`)
    expect(await verify()).toEqual({ kind: 'broken', seq, reason: 'changed' })
    await asOwner(`alter table journal.entry drop constraint entry_hash_form;
      update journal.entry set hash = E'" \\n"' where seq = ${seq}`)
    expect(await verify()).toMatchObject({ kind: 'broken', seq })
  })
})

describe('Entries removed, inserted or put in another order behind the back of the application', () => {
  const swapSeq = (other: number) => `update journal.entry set seq = 1000 where seq = ${seq};
    update journal.entry set seq = ${seq} where seq = ${other};
    update journal.entry set seq = ${other} where seq = 1000`

  /** After the numbers were exchanged, the hashes go back to their places. */
  const swapColumn = (other: number, column: string) =>
    `update journal.entry as one set ${column} = other.${column} from journal.entry as other
      where (one.seq, other.seq) in ((${seq}, ${other}), (${other}, ${seq}))`

  it.each([
    ['with their hashes', [] as string[]],
    ['without their hashes', ['hash']],
    ['without hashes and previous hashes', ['hash', 'previous_hash']],
  ])('are named after two were exchanged %s', async (_, columns) => {
    const swaps = columns.map((column) => swapColumn(seq + 1, column))
    await asOwner([swapSeq(seq + 1), ...swaps].join(';'))
    expect(await verify()).toEqual({ kind: 'broken', seq, reason: 'changed' })
  })

  it('are named after what they tell was exchanged between two that are far apart', async () => {
    await asOwner(swapColumn(2, 'detail'))
    expect(await verify()).toEqual({ kind: 'broken', seq: 2, reason: 'changed' })
  })

  it('are named after one was removed, from the beginning, the middle or the end', async () => {
    await asOwner(`delete from journal.entry where seq = ${seq + 2}`)
    expect(await verify()).toEqual({ kind: 'broken', seq: seq + 2, reason: 'removed' })
    await asOwner(`delete from journal.entry where seq = ${seq}`)
    expect(await verify()).toEqual({ kind: 'broken', seq, reason: 'removed' })
    await asOwner('delete from journal.entry where seq = 1')
    expect(await verify()).toEqual({ kind: 'broken', seq: 1, reason: 'removed' })
  })

  it('are named after one was inserted before the first', async () => {
    await asOwner(`update journal.entry set seq = seq + 10000; update journal.entry set seq = seq - 9999;
      insert into journal.entry
      select tenant_id, 1, at, actor_id, actor_name, action, subject_type, subject_id, detail, previous_hash, hash
      from journal.entry where seq = 2; update journal.head set seq = seq + 1`)
    expect(await verify()).toEqual({ kind: 'broken', seq: 2, reason: 'changed' })
  })
})

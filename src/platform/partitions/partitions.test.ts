import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '../../apps/modules.ts'
import { fixedClock, systemClock } from '../../kernel/clock.ts'
import { migrate } from '../database/index.ts'
import { journal, journalAll, verifyJournal } from '../journal/index.ts'
import { openTestCity, type TestCity } from '../testing/index.ts'
import { findMissingPartitions, makePartitions } from './index.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city?.close())

const owner = () => city.database.owner
const entry = { action: 'test.done', subject: { type: 'test', id: 't1' } }

async function placesOf(table: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ place: string; count: number }>`select tableoid::regclass::text as place,
    count(*)::int as count from ${sql.raw(table)} group by 1 order by 1`.execute(owner())
  return Object.fromEntries(rows.map(({ place, count }) => [place, count]))
}

describe('Partitions', () => {
  it('are made ahead once, by whoever comes first, and their absence is told a quarter before', async () => {
    expect(await findMissingPartitions(city.database, systemClock())).toEqual([])
    const later = fixedClock('2031-02-03T00:00:00Z')
    expect(await findMissingPartitions(city.database, later)).toEqual([
      'journal.entry',
      'reports.statement',
      'reports.statement_version',
    ])
    const made = await Promise.all([
      makePartitions(city.database, later),
      makePartitions(city.database, later),
    ])
    expect(made.filter((count) => count > 0)).toHaveLength(1)
    expect(await findMissingPartitions(city.database, later)).toEqual([])
    expect(await makePartitions(city.database, later)).toBe(0)
  })

  it('take over the rows of their time that came before them, unchanged, and the journal stays whole', async () => {
    const officer = city.as('officer')
    city.setClock('2019-12-31T15:59:59Z')
    await officer.transaction((tx) => journal(tx, officer, entry))
    city.setClock('2020-01-01T00:00:00Z')
    await officer.transaction((tx) => journalAll(tx, officer, [entry, entry]))
    const before = await placesOf('journal.entry')
    expect(before['journal.entry_default']).toBeGreaterThanOrEqual(3)
    const entries = Object.values(before).reduce((sum, count) => sum + count)

    expect(await makePartitions(city.database, systemClock())).toBeGreaterThanOrEqual(2)
    const after = await placesOf('journal.entry')
    expect(after).toMatchObject({ 'journal.entry_2019q4': 1, 'journal.entry_2020q1': 2 })
    expect(after['journal.entry_default']).toBeUndefined()
    expect(await verifyJournal(city.database, city.tenant.id)).toEqual({ kind: 'whole', entries })
  })

  it.each([
    'delete from journal.entry_2020q1',
    'update journal.entry_2020q1 set action = action',
    'truncate journal.entry_2020q1',
    'truncate indicators.block_default',
  ])('refuse “%s” as their table does, and let the application not even look', async (statement) => {
    await expect(sql.raw(statement).execute(owner())).rejects.toThrow(/only grows|stays/)
    const scope = { tenantId: city.tenant.id }
    const look = city.database.forTenant(scope, (tx) =>
      sql.raw('select tenant_id from journal.entry_2020q1 where tenant_id is not null').execute(tx),
    )
    await expect(look).rejects.toThrow('permission denied')
  })

  it('keep one entry a number: a second with another instant is found by the verification', async () => {
    const officer = city.as('officer')
    await officer.transaction((tx) => journal(tx, officer, entry))
    const verdict = await verifyJournal(city.database, city.tenant.id)
    const seq = verdict.kind === 'whole' ? verdict.entries : 0
    await sql`insert into journal.entry (tenant_id, seq, at, actor_id, actor_name, action, subject_type, subject_id,
        detail, previous_hash, hash)
      select tenant_id, seq, at + interval '100 days', actor_id, actor_name, action, subject_type, subject_id,
        detail, previous_hash, hash from journal.entry where tenant_id = ${city.tenant.id} and seq = ${seq}`.execute(
      owner(),
    )
    expect(await verifyJournal(city.database, city.tenant.id)).toEqual({
      kind: 'broken',
      seq,
      reason: 'inserted',
    })
  })
})

describe('A database of before', () => {
  it('is put into partitions with all its rows, keys, policies and grants', async () => {
    const old = await openTestCity()
    try {
      // Back to what stood before the migration, with the same rows.
      await sql.raw(BACK).execute(old.database.owner)
      const read = async () =>
        (
          await sql`select seq, at, hash, detail::text from journal.entry order by seq`.execute(
            old.database.owner,
          )
        ).rows
      const rows = await read()
      expect(rows.length).toBeGreaterThan(0)
      expect((await migrate(old.database, modules))[0]).toBe('journal/0003-partitions.sql')
      expect(await read()).toEqual(rows)
      const officer = old.as('officer')
      await officer.transaction((tx) => journal(tx, officer, entry))
      expect(await verifyJournal(old.database, old.tenant.id)).toEqual({
        kind: 'whole',
        entries: rows.length + 1,
      })
      const { rows: kept } = await sql<{ what: string }>`
        select 'policy ' || policyname as what from pg_policies where schemaname = 'journal' and tablename = 'entry'
        union all select 'trigger ' || tgname from pg_trigger where tgrelid = 'journal.entry'::regclass and not tgisinternal
        union all select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
          where conrelid = 'journal.entry'::regclass and contype in ('p', 'f', 'c')
        union all select relname from pg_index join pg_class on oid = indexrelid
          where indrelid = 'journal.entry'::regclass and not indisprimary
        order by 1`.execute(old.database.owner)
      expect(kept.map(({ what }) => what)).toEqual([
        "entry_hash_form CHECK ((hash ~ '^(sm3:)?[0-9a-f]{64}$'::text))",
        'entry_pkey PRIMARY KEY (tenant_id, seq, at)',
        'entry_seq_check CHECK ((seq > 0))',
        'entry_subject',
        'entry_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(id)',
        'policy reading',
        'policy writing',
        'trigger entry_is_append_only',
      ])
    } finally {
      await old.close()
    }
  })
})

const BACK = `
  create table journal.whole (like journal.entry including defaults including constraints);
  insert into journal.whole select * from journal.entry;
  drop table journal.entry;
  alter table journal.whole rename to entry;
  alter table journal.entry add primary key (tenant_id, seq);
  alter table journal.entry add foreign key (tenant_id) references platform.tenant (id);
  create index entry_subject on journal.entry (tenant_id, subject_type, subject_id, seq);
  alter table journal.entry enable row level security;
  alter table journal.entry force row level security;
  create policy tenant on journal.entry using (tenant_id = platform.tenant_id());
  grant select, insert on journal.entry to quarterdeck_app;
  create trigger entry_is_append_only before update or delete or truncate on journal.entry
    for each statement execute function journal.refuse();
  alter table journal.head drop column at;
  drop table journal.checkpoint;
  drop function journal.shows_all(), journal.is_asked_for(text, bigint);
  delete from platform.migration where module = 'journal' and number >= 3;
`

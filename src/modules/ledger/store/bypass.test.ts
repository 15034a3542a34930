import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../../../kernel/context.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { closeItem } from '../commands/steps/close-item.ts'
import { anotherPerson, dispatched, takenUp } from '../commands/steps/testing.ts'
import { successions } from '../rules/lifecycle/machine.ts'
import { ItemState } from '../schema.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city.close())

const CHILDREN = [
  'duty',
  'round',
  'progress_report',
  'evidence',
  'verification',
  'extension',
  'pressing',
] as const
const run = (ctx: Context, statement: string) => ctx.transaction((tx) => sql.raw(statement).execute(tx))

test('the database knows the same successions of states as the machine', async () => {
  const { rows } = await city.asSystem().transaction((tx) =>
    sql<{ pair: string }>`select a || '>' || b as pair
      from unnest(${ItemState.options}::text[]) a, unnest(${ItemState.options}::text[]) b
      where a <> b and ledger.may_follow(a, b)`.execute(tx),
  )
  expect(rows.map(({ pair }) => pair).sort()).toEqual(
    successions()
      .map((pair) => pair.join('>'))
      .sort(),
  )
})

test('SQL by hand makes no illegal step, restarts no clock and leaves its trace in the history', async () => {
  const officer = city.as('officer')
  city.setClock('2024-07-15T02:00:00Z')
  const { id, version } = await takenUp(city, { dueOn: '2024-07-01', startOn: '2024-06-01' })
  const set = (what: string) => run(officer, `update ledger.item set ${what} where id = '${id}'`)
  await expect(set("state = 'reviewed'")).rejects.toThrow('cannot follow')
  await expect(set("first_due_on = '2024-12-31'")).rejects.toThrow('stays 2024-07-01')
  await expect(set('round = 2')).rejects.toThrow('begins by reopening only')
  await closeItem(anotherPerson(officer, 'verifier'), id, {
    method: 'material',
    thirdParty: '',
    findings: '属实',
    recheckAfterDays: null,
  })
  await expect(set('was_late = false')).rejects.toThrow('was late and stays so')
  const duty = run(officer, `update ledger.duty set was_late = false where item_id = '${id}'`)
  await expect(duty).rejects.toThrow('was late and stays so')
  await expect(run(officer, `delete from ledger.item where id = '${id}'`)).rejects.toThrow(
    'permission denied',
  )
  await set("title = '改了标题', version = 1")
  const { rows } = await officer.transaction((tx) =>
    sql<{
      version: number
    }>`select version from ledger.item_history where id = ${id} order by version`.execute(tx),
  )
  expect(rows.map((row) => row.version)).toEqual(Array.from({ length: version + 1 }, (_, at) => at + 1))
  for (const table of ['round', 'verification', 'progress_report', 'evidence', 'pressing', 'item_history']) {
    await expect(run(officer, `delete from ledger.${table}`)).rejects.toThrow('permission denied')
  }
  await expect(run(officer, "update ledger.evidence set url = 'https://elsewhere.example'")).rejects.toThrow(
    'denied',
  )
  city.setClock('2024-04-10T02:00:00Z')
})

test("another unit's liaison reads and writes nothing that belongs to an item, also by SQL in the own scope", async () => {
  const { id } = await dispatched(city)
  const stranger = city.as('liaison', { unit: 'qingdu' })
  for (const table of CHILDREN) {
    const { rows } = await stranger.transaction((tx) =>
      sql.raw(`select 1 from ledger.${table} where item_id = '${id}'`).execute(tx),
    )
    expect({ table, rows }).toEqual({ table, rows: [] })
  }
  const insert = run(
    stranger,
    `insert into ledger.evidence (tenant_id, id, item_id, round, kind, url, added_at, added_by, adder_id)
     values (platform.tenant_id(), gen_random_uuid(), '${id}', 1, 'link', 'https://x.example', now(), 'x', gen_random_uuid())`,
  )
  await expect(insert).rejects.toThrow('row-level security')
  for (const statement of [
    `update ledger.duty set state = 'done' where item_id = '${id}'`,
    `delete from ledger.duty where item_id = '${id}'`,
    `update ledger.item set title = '改' where id = '${id}'`,
  ]) {
    expect((await run(stranger, statement)).numAffectedRows).toBe(0n)
  }
})

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { createItem } from '../commands/create-item.ts'
import { ItemFilterQuery } from '../schema.ts'
import { newItem } from '../testing.ts'
import { countMatching } from './count-matching.ts'
import { rollUpOf } from './roll-up.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city.close())

const enter = (item: Parameters<typeof newItem>[0]) => createItem(city.as('officer'), newItem(item))

/** Many parts at once, the first of them closed; as the database would hold them after their lives. */
async function addParts(
  parentId: string,
  { count, closed, level }: { count: number; closed: number; level: number },
) {
  await city.database.owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`insert into ledger.item (tenant_id, id, year, sequence, title, content, lead_unit_id, responsible_text,
        supporting_unit_ids, source_kind, created_at, created_by, changed_at, changed_by, state, kind, parent_id, level, progress,
        dispatched_on, finished_on, closed_on)
      select ${city.tenant.id}, gen_random_uuid(), 2023, last + n, '分项', '', ${city.unitId('yunbo')}::uuid, '{}', '{}', 'by-hand',
        now(), '', now(), '', case when n <= ${closed} then 'closed' else 'in-progress' end, 'task', ${parentId}::uuid,
        ${level}::int, case when n <= ${closed} then 100 else 40 end, '2024-01-02',
        case when n <= ${closed} then '2024-03-01'::date end, case when n <= ${closed} then '2024-03-02'::date end
      from generate_series(1, ${count}::int) n,
        (select coalesce(max(sequence), 0) as last from ledger.item where year = 2023) taken`.execute(tx)
    await sql`update journal.head set seq = seq + 1`.execute(tx)
  })
}

async function total(query: string): Promise<number> {
  const given = Object.fromEntries(new URLSearchParams(query))
  return (await countMatching(city.as('officer'), ItemFilterQuery.parse(given))).total
}

test('450 tasks, 94 %: the share opens into the closed ones and into all', async () => {
  const plan = await enter({ title: '年度重点任务', kind: 'plan' })
  await addParts(plan.id, { count: 450, closed: 423, level: 2 })
  const rollUp = await rollUpOf(city.as('officer'), plan.id)
  expect(rollUp).toMatchObject({
    closed: { numerator: 423, denominator: 450, rate: '0.94' },
    closedByWeight: '0.94',
    // (423 × 100 + 27 × 40) / 450
    progress: '96.4',
  })
  expect(rollUp.parts).toHaveLength(450)
  expect(await total(rollUp.closed.query)).toBe(423)
  expect(await total(rollUp.closed.denominatorQuery)).toBe(450)
})

test('unequal weights count level by level, exactly', async () => {
  const problem = await enter({ title: '营商环境问题', kind: 'problem' })
  const parts = { kind: 'manifestation' as const, parentId: problem.id }
  const light = await enter({ title: '窗口排队', ...parts, weight: 1 })
  const heavy = await enter({ title: '审批超期', ...parts, weight: 2 })
  const bare = await enter({ title: '无分项', ...parts, weight: 0.5 })
  await addParts(light.id, { count: 3, closed: 2, level: 3 })
  await addParts(heavy.id, { count: 7, closed: 1, level: 3 })
  const rollUp = await rollUpOf(city.as('officer'), problem.id)
  // (1 × 2/3 + 2 × 1/7 + 0.5 × 0) / 3.5 = 20/73.5
  expect(rollUp).toMatchObject({
    closed: { numerator: 3, denominator: 11, rate: '0.2727' },
    closedByWeight: '0.2721',
    // (1 × (100 + 100 + 40) / 3 + 2 × (100 + 6 × 40) / 7 + 0) / 3.5
    progress: '50.61',
  })
  expect(
    rollUp.parts.map(({ id, closed, closedByWeight }) => [id, closed.numerator, closedByWeight]),
  ).toEqual([
    [light.id, 2, '0.6667'],
    [heavy.id, 1, '0.1429'],
    [bare.id, 0, '0'],
  ])
  for (const part of [rollUp, ...rollUp.parts]) {
    expect(await total(part.closed.query)).toBe(part.closed.numerator)
    expect(await total(part.closed.denominatorQuery)).toBe(part.closed.denominator)
  }
})

test('of an item without parts it is the item itself; of one that cannot be seen there is none', async () => {
  const alone = await enter({ title: '单独一件', leadUnitId: city.unitId('qingdu') })
  const rollUp = await rollUpOf(city.as('officer'), alone.id)
  expect(rollUp).toMatchObject({
    closed: { numerator: 0, denominator: 1, rate: '0' },
    progress: '0',
    parts: [],
  })
  expect(await total(rollUp.closed.denominatorQuery)).toBe(1)
  await expect(rollUpOf(city.as('liaison', { unit: 'yunbo' }), alone.id)).rejects.toMatchObject({
    code: 'ledger.no-such-item',
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../../../kernel/context.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { createItem } from '../commands/create-item.ts'
import { withdrawItem } from '../commands/steps/withdraw-item.ts'
import { ListItems } from '../schema.ts'
import { newItem } from '../testing.ts'
import { getItem } from './get-item.ts'
import { listItems } from './list-items.ts'

const UNITS = ['yunbo', 'qingdu', 'dept-transport'] as const

let city: TestCity
const ids: Record<string, string> = {}
beforeAll(async () => {
  city = await openTestCity()
  const officer = city.as('officer')
  for (const unit of UNITS) {
    const item = await createItem(officer, newItem({ title: `${unit} 牵头`, leadUnitId: city.unitId(unit) }))
    ids[unit] = item.id
  }
  const supported = await createItem(
    officer,
    newItem({
      title: '青渡牵头云泊配合',
      leadUnitId: city.unitId('qingdu'),
      supportingUnitIds: [city.unitId('yunbo')],
    }),
  )
  ids.supported = supported.id
  ids.nobody = (await createItem(officer, newItem({ title: '尚无牵头' }))).id
})
afterAll(() => city.close())

const seen = async (ctx: Context) =>
  (await listItems(ctx, ListItems.parse({}))).items.map(({ id }) => id).sort()
const expected = (...names: string[]) => names.map((name) => ids[name]!).sort()

test('a liaison sees what the own unit leads or supports, an officer and the city leader what they may', async () => {
  expect(await seen(city.as('liaison', { unit: 'yunbo' }))).toEqual(expected('yunbo', 'supported'))
  expect(await seen(city.as('officer'))).toHaveLength(5)
  expect(await seen(city.as('statistician'))).toHaveLength(5)
  expect(await seen(city.as('leader', { unit: 'qingdu' }))).toEqual(expected('qingdu', 'supported'))
  expect(await seen(city.as('leader', { unit: 'riverport' }))).toEqual(
    expected('yunbo', 'qingdu', 'dept-transport', 'supported', 'nobody'),
  )
})

test("another unit's item is not found rather than forbidden", async () => {
  await expect(getItem(city.as('liaison', { unit: 'yunbo' }), ids.qingdu!)).rejects.toMatchObject({
    code: 'ledger.no-such-item',
  })
})

test('without any filter of ours the database still shows a liaison the own items and words only', async () => {
  const liaison = city.as('liaison', { unit: 'yunbo' })
  const [items, words] = await liaison.transaction(async (tx) => [
    (await sql<{ id: string }>`select id from ledger.item`.execute(tx)).rows,
    (await sql<{ item_id: string }>`select distinct item_id from ledger.item_word`.execute(tx)).rows,
  ])
  expect(items.map((row) => row.id).sort()).toEqual(expected('yunbo', 'supported'))
  expect(words.map((row) => row.item_id).sort()).toEqual(expected('yunbo', 'supported'))
})

test('a liaison who writes SQL changes no item of another unit, and enters none for it', async () => {
  const liaison = city.as('liaison', { unit: 'yunbo' })
  const changed = await liaison.transaction((tx) =>
    sql`update ledger.item set title = '改' where id = ${ids.qingdu}`.execute(tx),
  )
  expect(changed.numAffectedRows).toBe(0n)
  const enter = (leadUnitId: string) =>
    liaison.transaction((tx) =>
      sql`insert into ledger.item (tenant_id, id, year, sequence, title, content, lead_unit_id, responsible_text,
          supporting_unit_ids, source_kind, created_at, created_by)
        values (platform.tenant_id(), gen_random_uuid(), 2024, 99, '硬塞', '', ${leadUnitId}, '{}', '{}', 'by-hand', now(), '')`.execute(
        tx,
      ),
    )
  await expect(enter(city.unitId('qingdu'))).rejects.toThrow(/row-level security/)
})

test('a search finds for a liaison what it finds for an officer among the items of that unit', async () => {
  const gone = await createItem(
    city.as('officer'),
    newItem({ title: '青渡牵头云泊配合，后来撤销', leadUnitId: city.unitId('yunbo') }),
  )
  await withdrawItem(city.as('officer'), gone.id, { reason: '重复' })
  const found = async (ctx: Context, asked: object) => {
    const { items, total } = await listItems(ctx, ListItems.parse(asked))
    expect(total).toBe(items.length)
    return items.map(({ id }) => id).sort()
  }
  const sizes: number[] = []
  for (const q of ['牵头', '配合', '云泊 配合', '青渡牵头', '头', 'yun', '没有这个词'])
    for (const more of [
      {},
      { isOpen: 'true' },
      { state: 'withdrawn' },
      { leadUnitId: city.unitId('qingdu') },
    ]) {
      const own = await found(city.as('liaison', { unit: 'yunbo' }), { q, ...more })
      const all = await found(city.as('officer'), { q, unitId: city.unitId('yunbo'), ...more })
      expect(own, JSON.stringify({ q, more })).toEqual(all)
      sizes.push(own.length)
    }
  expect([...new Set(sizes)].sort()).toEqual([0, 1, 2])
})

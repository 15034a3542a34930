import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { createItem } from '../commands/create-item.ts'
import { AskPace, ItemFilterQuery } from '../schema.ts'
import { newItem } from '../testing.ts'
import { countMatching } from './count-matching.ts'
import { pace } from './pace.ts'

let city: TestCity
let planId: string
beforeAll(async () => {
  city = await openTestCity()
  const officer = city.as('officer')
  const year = { startOn: '2024-01-01', dueOn: '2024-12-31' }
  const [yunbo, qingdu] = [city.unitId('yunbo'), city.unitId('qingdu')]
  planId = (await createItem(officer, newItem({ title: '年度计划', kind: 'plan', ...year }))).id
  const enter = (item: Partial<Parameters<typeof newItem>[0]>) =>
    createItem(officer, newItem({ title: '年度任务', ...year, ...item }))
  await enter({ leadUnitId: yunbo, parentId: planId, weight: 1 })
  await enter({ leadUnitId: yunbo, parentId: planId, weight: 3, startOn: '2024-07-01' })
  await enter({ leadUnitId: qingdu })
  await enter({ leadUnitId: qingdu, dueOn: null })
})
afterAll(() => city.close())

const ask = (input: z.input<typeof AskPace>) => pace(city.as('officer'), AskPace.parse(input))
async function total(query: string) {
  const filter = ItemFilterQuery.parse(Object.fromEntries(new URLSearchParams(query)))
  return (await countMatching(city.as('officer'), filter)).total
}

test('half of the year has passed on 30 June, for a unit by the weights of its items', async () => {
  const { rows, asOf } = await ask({ by: 'unit', asOf: '2024-06-30' })
  expect(asOf).toBe('2024-06-30')
  expect(rows).toMatchObject(
    [
      { key: city.unitId('yunbo'), counted: 2, weight: '4', timePassed: '0.5', timePassedPercent: '12.5' },
      { key: city.unitId('qingdu'), counted: 1, withoutClock: 1, weight: '1', timePassedPercent: '50' },
    ].toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  )
  for (const row of rows) {
    expect(row).toMatchObject({ progressPercent: '0', isBehindTime: true, isBehindPlan: true })
    expect(await total(row.query)).toBe(row.counted + row.withoutClock)
  }
})

test('a plan counts what hangs under it and not itself; the city counts no item twice', async () => {
  const byPlan = await ask({ by: 'plan', asOf: '2024-06-30' })
  expect(byPlan.rows).toMatchObject([{ key: planId, title: '年度计划', counted: 2, weight: '4' }])
  expect(await total(byPlan.rows[0]!.query)).toBe(2)
  const whole = await ask({ by: 'city', asOf: '2024-12-31' })
  expect(whole.rows).toMatchObject([{ key: null, counted: 3, withoutClock: 1, timePassedPercent: '100' }])
  expect(await total(whole.rows[0]!.query)).toBe(4)
})

test('of one item it is its own', async () => {
  const { rows } = await ask({ by: 'item', id: [planId], asOf: '2024-09-30' })
  expect(rows).toMatchObject([{ key: planId, counted: 1, timePassedPercent: '75', expectedPercent: '75' }])
})

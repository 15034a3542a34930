import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { setTargets } from '../../commands/targets/set-targets.ts'
import { AskTable, SetTargets } from '../../schema.ts'
import { defineForTest, publishForTest } from '../../testing.ts'
import { leagueTable } from './league-table.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city?.close())

it('A table ranks by what was reached of the period’s target, and says who has none', async () => {
  const ctx = city.as('statistician')
  await defineForTest(ctx, { code: 'invest', overTime: 'sum' })
  await publishForTest(ctx, {
    invest: {
      '2024-01': { yunbo: '10', heting: '30', qingdu: '5', jinting: '9' },
      '2024-02': { yunbo: '20', heting: '3', qingdu: '5' },
    },
  })
  const target = (unit: string, value: string, kind = 'cumulative') => ({
    indicator: 'invest',
    unit,
    period: '2024Q1',
    kind,
    horizon: 'quarter',
    value,
  })
  const targets = [
    target('yunbo', '90'),
    target('heting', '66'),
    target('qingdu', '0'),
    target('wangxi', '5'),
  ]
  await setTargets(ctx, SetTargets.parse({ targets: [...targets, target('jinting', '9', 'level')] }))
  const ask = () => leagueTable(ctx, 'invest', AskTable.parse({ period: '2024Q1', measure: 'done' }))
  const table = await ask()
  expect(table.rows.map(({ key, rank, value }) => [key, rank, value])).toEqual([
    ['heting', 1, '50'],
    ['yunbo', 2, '33.333333333333'],
  ])
  expect(table.rows[1]).toMatchObject({ numerator: '30', denominator: '90' })
  expect(table).toMatchObject({ unitOfMeasure: '%', measure: 'done', vintage: 1 })
  const reasons = Object.fromEntries(table.apart.map(({ key, reason }) => [key, reason]))
  expect(reasons).toMatchObject({ qingdu: 'target-zero', wangxi: 'not-reported', jinting: 'target-missing' })
})

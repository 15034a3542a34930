import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { SetTargets } from '../../schema.ts'
import { defineForTest, publishForTest } from '../../testing.ts'
import { setTargets } from '../targets/set-targets.ts'
import { claimsDesk, publishFixture, rank, short } from './testing.ts'

let city: TestCity
const { verdicts } = claimsDesk(() => city)
beforeAll(async () => {
  city = await openTestCity()
  await publishFixture(city)
})
afterAll(() => city?.close())

const aim = (values: Record<string, string>) =>
  setTargets(
    city.as('statistician'),
    SetTargets.parse({
      targets: Object.entries(values).map(([unit, value]) => ({
        indicator: 'industry',
        unit,
        period: '2023',
        kind: 'level',
        horizon: 'year',
        value,
      })),
    }),
  )

it('“完成率全市第一” is held against the targets: who has none does not stand in the way, who reported nothing does', async () => {
  const claims = () =>
    verdicts(
      rank('鹤汀区', '规模以上工业总产值完成率'),
      rank('云泊新区', '规模以上工业总产值完成率'),
      rank('云泊新区', '规模以上工业总产值完成率', { position: 2 }),
      rank('鹤汀区', '规模以上工业总产值完成率', { streakYears: 2 }),
    )
  const [none] = await claims()
  expect(short(none!)).toEqual(['unknown', 'period-missing'])
  // 80 of 64, 104 of 100, 50 of 100; heting is first although yunbo has more.
  await aim({ heting: '64', yunbo: '100', qingdu: '100' })
  const lines = await claims()
  expect(lines.map(({ match }) => [match.indicator, match.measure])).toEqual(
    Array.from({ length: 4 }, () => ['industry', 'done']),
  )
  expect(lines.map(short)).toEqual([
    ['confirmed', 'rank-holds'],
    ['contradicted', 'rank-differs'],
    ['confirmed', 'rank-holds'],
    ['unknown', 'year-unknown'],
  ])
  expect(lines[1]!.evidence!.numbers[0]).toMatchObject({ rank: 2, of: 3, value: '104', leadersValue: '125' })
})

it('a quarter without targets of its own is held against what was done of the year’s by its end', async () => {
  const ctx = city.as('statistician')
  const fields = { code: 'renewal', name: '技术改造投资', measure: '亿元', overTime: 'sum' } as const
  await defineForTest(ctx, fields)
  const month = { yunbo: '4', heting: '3' }
  await publishForTest(ctx, {
    renewal: {
      '2024-01': month,
      '2024-02': month,
      '2024-03': month,
      '2024-04': { yunbo: '4', heting: '90' },
    },
  })
  const target = { indicator: 'renewal', period: '2024', kind: 'cumulative', horizon: 'year' }
  const targets = [
    { ...target, unit: 'yunbo', value: '20' },
    { ...target, unit: 'heting', value: '30' },
  ]
  await setTargets(ctx, SetTargets.parse({ targets }))
  const [line] = await verdicts(rank('云泊新区', '技术改造投资完成率', {}, '2024Q1'))
  expect(short(line!)).toEqual(['confirmed', 'rank-holds'])
  // 12 of 20 and 9 of 30 by the end of March; April does not count.
  expect(line!.evidence!.numbers[0]).toMatchObject({ rank: 1, of: 2, value: '60' })
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { setTargets } from '../../commands/targets/set-targets.ts'
import { AskPaceBoard, SetTargets } from '../../schema.ts'
import { defineForTest, publishForTest } from '../../testing.ts'
import { findTargets } from '../targets.ts'
import { paceBoard } from './pace-board.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
  const ctx = city.as('statistician')
  await defineForTest(ctx, { code: 'revenue', measure: '亿元', overTime: 'sum' })
  await defineForTest(ctx, { code: 'share', measure: '%', frequency: 'cumulative', overTime: 'last' })
  await publishForTest(ctx, {
    revenue: {
      '2023-01': { yunbo: '20' },
      '2023-02': { yunbo: '20' },
      '2023-03': { yunbo: '20' },
      '2024-01': { yunbo: '30', heting: '10' },
      '2024-02': { yunbo: '20', heting: '12.5' },
      '2024-03': { yunbo: '25', qingdu: '1' },
    },
    share: { '2024-01': { yunbo: '20' }, '2024-01/2024-02': { yunbo: '30' } },
  })
})
afterAll(() => city?.close())

const set = (targets: unknown[]) => setTargets(city.as('officer'), SetTargets.parse({ targets }))
const year = { period: '2024', horizon: 'year' }

it('holds what was added up against what was expected by the last month reported', async () => {
  await set([
    { ...year, indicator: 'revenue', unit: 'yunbo', kind: 'cumulative', value: '240' },
    { ...year, indicator: 'revenue', unit: 'heting', kind: 'cumulative', value: '150' },
    { ...year, indicator: 'revenue', unit: 'qingdu', kind: 'cumulative', value: '12' },
    { ...year, indicator: 'revenue', unit: 'yunbo', kind: 'growth', value: '20' },
    { ...year, indicator: 'share', unit: 'yunbo', kind: 'share-done', value: '100' },
  ])
  const board = await paceBoard(city.as('leader'), AskPaceBoard.parse({ period: '2024' }))
  const cell = (unit: string, kind: string) =>
    board.cells.find((each) => each.unit === unit && each.kind === kind)
  // A quarter of the year has passed and 75 of 240 are there: 31.25 % against 25 %.
  expect(cell('yunbo', 'cumulative')).toMatchObject({
    state: 'measured',
    actual: '75',
    through: '2024-03-31',
    expected: '60',
    donePercent: '31.25',
    gapPoints: '6.25',
    gapAmount: '15',
  })
  // February is the last that it reported: two of twelve months.
  expect(cell('heting', 'cumulative')).toMatchObject({
    actual: '22.5',
    through: '2024-02-29',
    expected: '25',
    gapAmount: '-2.5',
  })
  // January and February are missing, so there is no sum.
  expect(cell('qingdu', 'cumulative')).toMatchObject({ state: 'not-reported', actual: null, band: null })
  expect(cell('yunbo', 'growth')).toMatchObject({ actual: '25', expected: '20', gapPoints: '5' })
  expect(cell('yunbo', 'share-done')).toMatchObject({
    actual: '30',
    through: '2024-02-29',
    gapPoints: '13.333333333333',
  })
  expect(board).toMatchObject({ from: '2024-01-01', to: '2024-12-31', periods: ['2024'] })
  expect(board.units.map(({ key }) => key).sort()).toEqual(['heting', 'qingdu', 'yunbo'])
})

it('is the board of a day, which knows nothing of later months', async () => {
  const ask = AskPaceBoard.parse({ period: '2024', on: '2024-02-15', indicator: 'revenue', unit: 'yunbo' })
  const board = await paceBoard(city.as('leader'), ask)
  expect(board.cells[0]).toMatchObject({ actual: '30', through: '2024-01-31', expected: '20' })
})

it('is that of the year when no period is asked for', async () => {
  const board = await paceBoard(city.as('leader'), AskPaceBoard.parse({ on: '2024-02-15' }))
  expect(board.period).toBe('2024')
  const other = await paceBoard(city.as('leader'), AskPaceBoard.parse({ on: '2031-02-15' }))
  expect(other.period).toBe('2024')
})

it('changes a target only from the version that was read, and keeps both values in the journal', async () => {
  const target = { ...year, indicator: 'revenue', unit: 'jinting', kind: 'cumulative' }
  await set([{ ...target, value: '10', document: '政府工作报告' }])
  await expect(set([{ ...target, value: '11' }])).rejects.toMatchObject({ code: 'indicators.target-changed' })
  const { targets } = await set([{ ...target, value: '12.50', version: 1 }])
  expect(targets[0]).toMatchObject({ value: '12.5', version: 2, unit: { key: 'jinting' } })
  await set([{ ...target, value: null, version: 2 }])
  const left = await findTargets(city.as('auditor'), { indicator: 'revenue', unit: 'jinting' })
  expect(left.targets).toEqual([])
})

it('sets all targets or none', async () => {
  const good = { ...year, indicator: 'revenue', unit: 'wangxi', kind: 'cumulative', value: '5' }
  await expect(set([good, { ...good, unit: 'nobody' }])).rejects.toMatchObject({
    code: 'indicators.no-such-unit',
  })
  expect((await findTargets(city.as('officer'), { unit: 'wangxi' })).targets).toEqual([])
})

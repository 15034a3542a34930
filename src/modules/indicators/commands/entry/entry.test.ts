import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../../../kernel/context.ts'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { getReadingGrid } from '../../queries/get-reading-grid.ts'
import { AskReadings, type ReadingEntry, ReportReadings } from '../../schema/readings.ts'
import { defineForTest, publishForTest } from '../../testing.ts'
import { publishReadings } from '../publish/publish-readings.ts'
import { reportReadings } from './report-readings.ts'
import { returnReadings, verifyReadings } from './verify-readings.ts'

let city: TestCity
let office: Context
let liaison: Context
let colleague: Context
let qingdu: number
let wangxi: number
const PERIOD = '2023-05'

beforeAll(async () => {
  city = await openTestCity()
  office = city.as('statistician')
  liaison = city.as('liaison', { unit: 'qingdu' })
  colleague = {
    ...office,
    actor: { ...office.actor, userId: '018f0000-0000-7000-8000-00000000000a', name: '统计员乙' },
  }
  await defineForTest(office, {
    code: 'sales',
    name: '社会消费品零售总额',
    measure: '亿元',
    overUnits: 'sum',
  })
  await defineForTest(office, { code: 'yearly', name: '常住人口', measure: '万人', frequency: 'year' })
  const months = Object.fromEntries(
    Array.from({ length: 16 }, (_, at) => {
      const period = `${2022 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
      return [period, { qingdu: String(100 + at), wangxi: String(80 + at) }]
    }),
  )
  await publishForTest(office, { sales: months })
  const grid = await getReadingGrid(office, AskReadings.parse({ period: PERIOD }))
  const numberOf = (key: string) => grid.units.find((unit) => unit.key === key)!.number
  qingdu = numberOf('qingdu')
  wangxi = numberOf('wangxi')
})
afterAll(() => city.close())

const report = (ctx: Context, entry: Partial<ReadingEntry> & { unit: number }, period = PERIOD) =>
  reportReadings(
    ctx,
    ReportReadings.parse({ period, entries: [{ indicator: 'sales', value: '116.5', version: 0, ...entry }] }),
  )

describe('The entry grid', () => {
  it('shows a liaison the own unit, the indicators of such a period, and what is published', async () => {
    const grid = await getReadingGrid(liaison, AskReadings.parse({ period: PERIOD }))
    expect(grid.indicators.map(({ code }) => code)).toEqual(['sales'])
    expect(grid.units.filter(({ key }) => !key.startsWith('tide')).map(({ key }) => key)).toEqual(['qingdu'])
    expect(grid.published).toEqual([{ indicator: 'sales', unit: qingdu, value: null, yearBefore: '104' }])
  })

  it('lets a liaison report for the own unit only, and nobody read another’s readings', async () => {
    await expect(report(liaison, { unit: wangxi })).rejects.toMatchObject({ kind: 'forbidden' })
    const { isSaved, readings } = await report(liaison, { unit: qingdu, value: ' 0116.50 ' })
    expect(isSaved).toBe(true)
    expect(readings).toMatchObject([
      { indicator: 'sales', unit: qingdu, value: '116.5', state: 'reported', version: 1, canVerify: false },
    ])
    await report(office, { unit: wangxi, value: '96' })
    const grid = await getReadingGrid(liaison, AskReadings.parse({ period: PERIOD }))
    expect(grid.readings.map(({ unit }) => unit)).toEqual([qingdu])
  })

  it('asks before it takes what is far from the history, and takes it once confirmed', async () => {
    const doubtful = await report(liaison, { unit: qingdu, value: '1165000', version: 1 })
    expect(doubtful).toMatchObject({
      isSaved: false,
      doubts: [{ code: 'indicators.quality-unit-scaled', units: [qingdu] }],
    })
    expect(doubtful.doubts[0]!.sentence).toContain('青渡区')
    const confirmed = await report(liaison, { unit: qingdu, value: '1165000', version: 1, isConfirmed: true })
    expect(confirmed).toMatchObject({ isSaved: true, readings: [{ value: '1165000', version: 2 }] })
  })

  it('refuses what was changed meanwhile, what is no number, what is of another frequency', async () => {
    await expect(report(liaison, { unit: qingdu, version: 1 })).rejects.toMatchObject({
      code: 'indicators.reading-changed',
      details: { version: 2 },
    })
    await expect(report(liaison, { unit: qingdu, version: 2, value: '12a' })).rejects.toMatchObject({
      code: 'indicators.reading-bad-value',
    })
    await expect(report(liaison, { unit: qingdu, indicator: 'yearly' })).rejects.toMatchObject({
      code: 'indicators.reading-frequency',
    })
  })

  it('goes back with a reason, is corrected, verified by somebody else, locked, and published', async () => {
    const at = { indicator: 'sales', unit: qingdu }
    await expect(
      returnReadings(office, { period: PERIOD, readings: [{ ...at, version: 2 }], reason: '' }),
    ).rejects.toMatchObject({
      code: 'indicators.return-without-reason',
    })
    const back = await returnReadings(office, {
      period: PERIOD,
      readings: [{ ...at, version: 2 }],
      reason: '单位应为亿元',
    })
    expect(back.readings).toMatchObject([{ state: 'reported', returnedFor: '单位应为亿元', version: 3 }])
    const corrected = await report(liaison, { unit: qingdu, value: '116.5', version: 3 })
    expect(corrected.readings).toMatchObject([{ value: '116.5', returnedFor: '', version: 4 }])

    await expect(
      verifyReadings(liaison, { period: PERIOD, readings: [{ ...at, version: 4 }] }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    const own = { period: PERIOD, readings: [{ indicator: 'sales', unit: wangxi, version: 1 }] }
    await expect(verifyReadings(office, own)).rejects.toMatchObject({ code: 'indicators.verify-own' })
    await verifyReadings(colleague, own)
    const verified = await verifyReadings(office, { period: PERIOD, readings: [{ ...at, version: 4 }] })
    expect(verified.readings).toMatchObject([{ state: 'verified', version: 5 }])
    await expect(report(liaison, { unit: qingdu, version: 5 })).rejects.toMatchObject({
      code: 'indicators.reading-verified',
    })

    const vintage = await publishReadings(office, { source: '各区', note: '' })
    expect(vintage).toMatchObject({ number: 2, rows: 2 })
    const grid = await getReadingGrid(office, AskReadings.parse({ period: PERIOD }))
    expect(grid.readings).toEqual([])
    expect(grid.published).toContainEqual({
      indicator: 'sales',
      unit: qingdu,
      value: '116.5',
      yearBefore: '104',
    })
  })

  it('takes a reading back where nothing is left of it', async () => {
    await report(liaison, { unit: qingdu }, '2023-06')
    expect((await report(liaison, { unit: qingdu, value: '', version: 1 }, '2023-06')).isSaved).toBe(true)
    expect((await getReadingGrid(liaison, AskReadings.parse({ period: '2023-06' }))).readings).toEqual([])
  })
})

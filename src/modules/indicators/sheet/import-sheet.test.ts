import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../../kernel/context.ts'
import { writeXlsx } from '../../../platform/sheets/index.ts'
import { otherSheet, otherWorkbook } from '../../../platform/sheets/testing.ts'
import { drainJobs, openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { openColumns } from '../columns/open-columns.ts'
import { measuredUnits } from '../measured/measured-units.ts'
import { periodNumberOf } from '../read-period.ts'
import { formatScaled } from '../rules/values/format-scaled.ts'
import type { IndicatorSheet, SheetMapping } from '../schema/sheets.ts'
import { defineForTest } from '../testing.ts'
import {
  cancelIndicatorSheet,
  checkIndicatorSheet,
  decideFindings,
  openSheetProblems,
  startIndicatorSheet,
} from './decide-sheet.ts'
import { getIndicatorSheet } from './present-sheet.ts'
import { proposeSheetAgain, uploadIndicatorSheet } from './upload-sheet.ts'

let city: TestCity
let office: Context
const numbers = new Map<string, number>()
beforeAll(async () => {
  city = await openTestCity()
  office = city.as('statistician')
  const sum = { overUnits: 'sum' as const, overTime: 'sum' as const }
  await defineForTest(office, {
    code: 'gdp',
    name: '地区生产总值',
    measure: '亿元',
    frequency: 'year',
    ...sum,
  })
  await defineForTest(office, {
    code: 'people',
    name: '常住人口',
    measure: '万人',
    frequency: 'year',
    ...sum,
    overTime: 'last',
  })
  await defineForTest(office, {
    code: 'revenue',
    name: '一般公共预算收入',
    measure: '亿元',
    frequency: 'cumulative',
    ...sum,
  })
  await office.transaction(async (tx) => {
    const { head } = await openColumns(office, tx)
    for (const { key, number } of (await measuredUnits(office, tx, head)).all) numbers.set(key, number)
  })
})
afterAll(() => city.close())

const utf8 = (lines: string) => new TextEncoder().encode(lines)
const upload = (lines: string, fileName = '分区数据.csv') =>
  uploadIndicatorSheet(office, { bytes: utf8(lines), fileName })

async function check(sheet: IndicatorSheet, change: Partial<SheetMapping> = {}): Promise<IndicatorSheet> {
  await checkIndicatorSheet(office, sheet.id, { ...sheet.mapping, ...change })
  await drainJobs(city)
  return getIndicatorSheet(office, sheet.id)
}

async function confirmAll(sheet: IndicatorSheet): Promise<void> {
  const decisions = sheet.findings.map(({ id }) => ({
    finding: id,
    decision: 'confirmed' as const,
    reason: '已核对',
  }))
  await decideFindings(office, sheet.id, { decisions })
}

async function publish(sheet: IndicatorSheet, change: Partial<SheetMapping> = {}): Promise<IndicatorSheet> {
  const checked = await check(sheet, change)
  expect(checked.problems).toEqual([])
  await confirmAll(checked)
  await startIndicatorSheet(office, sheet.id, { into: 'vintage', source: '市统计局', note: '' })
  await drainJobs(city)
  const done = await getIndicatorSheet(office, sheet.id)
  expect(done.failure).toBeNull()
  expect(done.state).toBe('done')
  return done
}

/** Indicator numbers are given in the order of definition. */
const NUMBER = { gdp: 1, people: 2, revenue: 3 } as const

function published(code: keyof typeof NUMBER, period: string): Promise<Record<string, string | null>> {
  return office.transaction(async (tx) => {
    const columns = await openColumns(office, tx)
    const at = periodNumberOf(period)
    await columns.load([{ indicator: NUMBER[code], period: at }])
    const column = columns.at(NUMBER[code], at)
    const keys = new Map([...numbers].map(([key, number]) => [number, key]))
    return Object.fromEntries(
      (column?.units ?? []).map((unit, index) => {
        const value = column!.values[index] ?? null
        return [keys.get(unit)!, value === null ? null : formatScaled(value, column!.scale)]
      }),
    )
  })
}

const GDP = [
  '数据库：分区年度数据',
  '指标：地区生产总值(亿元)',
  '地区,2022年,2021年,2020年',
  '全市,"1,000.0",950.0,900.0',
  '青渡区,400.0,380.0,360.0',
  '　望汐,300.0,285.0,270.0',
  '锦汀区,300.0①,285.0,270.0',
  '注：①为初步核算数。',
  '数据来源：市统计局',
].join('\n')

describe('A table of statistics', () => {
  it('is read as it stands, checked and published as a vintage; the same file again makes none', async () => {
    const sheet = await upload(GDP)
    expect(sheet).toMatchObject({
      state: 'uploaded',
      layout: 'units-by-periods',
      lastHeadingRow: 3,
      unsaid: [],
      isRemembered: false,
    })
    const checked = await check(sheet)
    expect(checked.problems).toEqual([])
    expect(checked.findings).toEqual([])
    expect(checked.counts).toMatchObject({ values: 12, added: 12, revised: 0, unchanged: 0 })
    expect(checked.preview[0]).toEqual({
      cell: 'B4',
      indicator: 'gdp',
      period: '2022',
      unit: '泊江市',
      value: '1000',
      published: null,
    })
    const done = await publish(sheet)
    expect(done.vintage).toBe(1)
    expect(await published('gdp', '2022')).toEqual({
      riverport: '1000',
      qingdu: '400',
      wangxi: '300',
      jinting: '300',
    })

    const again = await upload(GDP)
    expect(again).toMatchObject({ isRemembered: true, source: '市统计局' })
    const same = await publish(again)
    expect(same.vintage).toBeNull()
    expect(same.counts).toMatchObject({ added: 0, revised: 0, unchanged: 12 })
  })

  it('revises what it published as the next vintage, once somebody has confirmed the revision', async () => {
    const sheet = await check(await upload(GDP.replace('400.0', '440.0').replace('"1,000.0"', '1040')))
    expect(sheet.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['indicators.quality-revision', 'warning'],
    ])
    expect(sheet.findings[0]).toMatchObject({
      indicator: 'gdp',
      period: '2022',
      cells: ['B4', 'B5'],
      numbers: { units: 2, most: 10 },
    })
    expect(sheet.findings[0]!.sentence).toContain('最大10%')
    await expect(
      startIndicatorSheet(office, sheet.id, { into: 'vintage', source: '市统计局', note: '' }),
    ).rejects.toMatchObject({
      code: 'indicators.findings-undecided',
    })
    await confirmAll(sheet)
    await startIndicatorSheet(office, sheet.id, { into: 'vintage', source: '市统计局', note: '最终核实' })
    await drainJobs(city)
    const done = await getIndicatorSheet(office, sheet.id)
    expect(done).toMatchObject({ state: 'done', vintage: 2 })
    expect(done.findings[0]!.decision).toMatchObject({ decision: 'confirmed', reason: '已核对' })
    expect((await published('gdp', '2022')).qingdu).toBe('440')
  })

  it('with errors says where and what to do, and publishes nothing of it', async () => {
    const sheet = await check(
      await upload('地区,地区生产总值(亿元),常住人口(人)\n青渡区,约460,1200000\n无此区,1,2\n望汐区,330,90%'),
      {
        table: { indicator: null, measure: null, period: '2023', unit: null },
      },
    )
    expect(sheet.problems.map(({ row, letter, code }) => [`${letter}${row}`, code])).toEqual([
      ['B2', 'indicators.sheet-value-approximate'],
      ['A3', 'indicators.sheet-unit-unknown'],
      ['A3', 'indicators.sheet-unit-unknown'],
      ['C4', 'indicators.sheet-percent-in-level'],
    ])
    expect(sheet.problems[0]!.sentence).toBe('B2：“约460”是约数；请填确切的数值')
    expect(sheet.unknownUnits).toEqual([{ name: '无此区', cells: 2 }])
    const csv = await text(await openSheetProblems(office, sheet.id))
    expect(csv).toContain('约460')
    await expect(
      startIndicatorSheet(office, sheet.id, { into: 'vintage', source: '甲', note: '' }),
    ).rejects.toMatchObject({
      code: 'indicators.import-unsound',
    })
    expect(await published('gdp', '2023')).toEqual({})
  })

  it('with a period that the indicator is not counted by, or values of a computed one, says so and publishes nothing', async () => {
    await defineForTest(office, {
      code: 'per-head',
      name: '人均生产总值',
      measure: '元/人',
      frequency: 'year',
      formula: 'gdp ÷ people',
    })
    const sheet = await check(
      await upload('unit,period,indicator,value\nqingdu,2023-04,gdp,1\nqingdu,2023,per-head,2'),
    )
    expect(sheet.problems.map(({ row, letter, code }) => [`${letter}${row}`, code])).toEqual([
      ['D2', 'indicators.sheet-frequency'],
      ['D3', 'indicators.sheet-computed'],
    ])
    expect(sheet.problems[0]!.sentence).toBe(
      'D2：“地区生产总值”是年度指标，没有2023年4月这一期；请更正时期或频率，或略过',
    )
    expect(sheet.counts).toMatchObject({ values: 0 })
  })

  it('whose error is mended by the mapping is published: a name, a measure, a sign', async () => {
    const sheet = await upload(
      '地区,GDP(万元),常住人口(人)\n青渡区,4600000,1200000\n老望汐,3300000,…\n外地,1,2',
    )
    const done = await publish(sheet, {
      table: { indicator: null, measure: null, period: '2023', unit: null },
      indicatorNames: { GDP: 'gdp' },
      unitNames: { 老望汐: numbers.get('wangxi')!, 外地: null },
    })
    expect(done.counts).toMatchObject({ values: 4, added: 3, notAvailable: 1 })
    expect(await published('gdp', '2023')).toEqual({ qingdu: '460', wangxi: '330' })
    expect(await published('people', '2023')).toEqual({ qingdu: '120' })
  })

  it('of a cumulative indicator takes the first quarter and half for what they are since January, no other', async () => {
    const lines = [
      '一般公共预算收入（亿元）',
      '地区,2014年一季度,2014年上半年,2014年前三季度,2014年',
      '青渡区,1,2,3,4',
      '望汐区,2,4,6,8',
    ]
    await publish(await upload(lines.join('\n')))
    expect(await published('revenue', '2014-01/2014-03')).toEqual({ qingdu: '1', wangxi: '2' })
    expect(await published('revenue', '2014-01/2014-06')).toEqual({ qingdu: '2', wangxi: '4' })
    const second = await check(await upload(lines.join('\n').replace('一季度', '二季度')))
    expect(second.problems.map(({ code }) => code)).toEqual(Array(2).fill('indicators.sheet-frequency'))
  })

  it('under a name that two indicators have asks which is meant', async () => {
    for (const code of ['twin-a', 'twin-b'])
      await defineForTest(office, { code, name: '用电量', measure: '亿千瓦时', frequency: 'year' })
    const lines = 'unit,period,indicator,value\nqingdu,2016,用电量,1\nqingdu,2016,twin-a,1'
    const sheet = await check(await upload(lines))
    expect(sheet.problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'indicators.sheet-indicator-unknown'],
    ])
    expect(sheet.unknownIndicators).toEqual([{ name: '用电量', cells: 1 }])
  })

  it('read by a remembered mapping keeps the unit of measure that it prints itself', async () => {
    const lines = (measure: string, factor: number) =>
      [
        '2018年各区常住人口',
        `单位：${measure}`,
        '地区,2018年',
        `青渡区,${110 * factor}`,
        `望汐区,${90 * factor}`,
      ].join('\n')
    await publish(await upload(lines('人', 10_000)))
    const sheet = await upload(lines('万人', 1).replaceAll('2018', '2017'))
    expect(sheet.isRemembered).toBe(true)
    await publish(sheet)
    expect(await published('people', '2017')).toEqual({ qingdu: '110', wangxi: '90' })
  })

  it('that gives a value twice, differently, is refused with both cells', async () => {
    const sheet = await check(
      await upload(
        'unit,period,indicator,value\nqingdu,2019,gdp,1\nqingdu,2019,gdp,2\nwangxi,2019,gdp,3\nwangxi,2019,gdp,3',
      ),
    )
    expect(sheet.counts).toMatchObject({ values: 2, repeated: 2, blocking: 1 })
    expect(sheet.findings[0]).toMatchObject({
      code: 'indicators.quality-duplicate',
      severity: 'error',
      cells: ['D2', 'D3'],
    })
    await expect(
      startIndicatorSheet(office, sheet.id, { into: 'vintage', source: '甲', note: '' }),
    ).rejects.toMatchObject({
      code: 'indicators.import-unsound',
    })
  })

  it('in GB18030 and as xlsx says the same', async () => {
    // 地区,1-2月一般公共预算收入（万元） CR LF 青渡区,50000 in GB18030, written by hand of its code table.
    const gbk = Buffer.from(
      'b5d8c7f82c323032342dc4ea'.replace('2dc4ea', 'c4ea') +
        '312d32d4c2d2bbb0e3b9abb9b2d4a4cbe3cad5c8eba3a8cdf2d4aaa3a90d0ac7e0b6c9c7f82c3530303030',
      'hex',
    )
    const sheet = await uploadIndicatorSheet(office, { bytes: new Uint8Array(gbk), fileName: '月报.csv' })
    await publish(sheet)
    expect(await published('revenue', '2024-01/2024-02')).toEqual({ qingdu: '5' })
    const rows = [
      { unit: '地区', value: '2024年1-3月' },
      { unit: null, value: '一般公共预算收入（亿元）' },
      { unit: '青渡区', value: 9.1 },
    ]
    const columns = [
      { key: 'unit', heading: '各区财政收入', width: 20, type: 'text' as const },
      { key: 'value', heading: '', width: 20, type: 'text' as const },
    ]
    const chunks: Uint8Array[] = []
    async function* lines() {
      yield* rows
    }
    for await (const chunk of writeXlsx({ sheetName: '快报', columns, rows: lines() })) chunks.push(chunk)
    const book = await uploadIndicatorSheet(office, { bytes: Buffer.concat(chunks), fileName: '快报.xlsx' })
    await publish(book)
    expect(await published('revenue', '2024-01/2024-03')).toEqual({ qingdu: '9.1' })
  })

  it('with headings merged over columns and rows, numbers with noise, years as dates', async () => {
    const cells = {
      A1: { t: 's', v: '各区主要指标' },
      A2: { t: 's', v: '地区' },
      B2: { t: 's', v: '2016年' },
      B3: { t: 's', v: '地区生产总值（亿元）' },
      C3: { t: 's', v: '常住人口（人）' },
      A4: { t: 's', v: '青渡区' },
      B4: { t: 'n', v: 0.1 + 0.2 },
      C4: { t: 'n', v: 1234567 },
    } as const
    const merge = (r: number, c: number, toR: number, toC: number) => ({ s: { r, c }, e: { r: toR, c: toC } })
    const merges = { '!merges': [merge(0, 0, 0, 2), merge(1, 0, 2, 0), merge(1, 1, 1, 2)] }
    for (const format of ['xlsx', 'biff8'] as const) {
      const bytes = otherWorkbook({ 表1: otherSheet(cells, merges) }, format)
      const sheet = await uploadIndicatorSheet(office, { bytes, fileName: `a.${format}` })
      expect(sheet).toMatchObject({
        layout: 'units-by-indicators-and-periods',
        firstHeadingRow: 2,
        lastHeadingRow: 3,
      })
      const checked = await check(sheet)
      expect(checked.problems).toEqual([])
      expect(checked.preview.map(({ cell, value, period }) => [cell, value, period])).toEqual([
        ['B4', '0.3', '2016'],
        ['C4', '123.4567', '2016'],
      ])
    }
  })

  it('can be proposed anew by other heading rows, and cancelled while it is checked', async () => {
    const sheet = await upload('说明文字,1\n地区,2018年\n青渡区,300')
    const again = await proposeSheetAgain(office, sheet.id, { firstHeadingRow: 2 })
    expect(again).toMatchObject({ firstHeadingRow: 2, lastHeadingRow: 2, layout: 'units-by-periods' })
    await checkIndicatorSheet(office, sheet.id, again.mapping)
    await cancelIndicatorSheet(office, sheet.id)
    await drainJobs(city)
    expect((await getIndicatorSheet(office, sheet.id)).state).toBe('cancelled')
  })

  it('may be put down as readings, which somebody else verifies', async () => {
    const sheet = await check(await upload('地区,2017年\n青渡区,300\n望汐区,200'), {
      table: { indicator: 'gdp', measure: null, period: null, unit: null },
    })
    await confirmAll(sheet)
    await startIndicatorSheet(office, sheet.id, { into: 'readings', source: '青渡区', note: '' })
    await drainJobs(city)
    expect(await getIndicatorSheet(office, sheet.id)).toMatchObject({ state: 'done', vintage: null })
    expect(await published('gdp', '2017')).toEqual({})
  })

  it('is for statisticians', async () => {
    await expect(
      uploadIndicatorSheet(city.as('liaison'), { bytes: utf8(GDP), fileName: 'a.csv' }),
    ).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

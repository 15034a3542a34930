import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { changeDefinition } from '../commands/define/change-definition.ts'
import { freezeTable } from '../commands/freeze/freeze-table.ts'
import { leagueTable } from '../queries/league/league-table.ts'
import { series } from '../queries/series.ts'
import { unitPage } from '../queries/unit-page/unit-page.ts'
import { AskSeries, AskTable, AskUnitPage, FreezeTable } from '../schema.ts'
import { defineForTest, publishForTest } from '../testing.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
  const ctx = city.as('statistician')
  await defineForTest(ctx, { code: 'output', measure: '亿元', overTime: 'sum' })
  await defineForTest(ctx, { code: 'people', measure: '万人' })
  await publishForTest(ctx, {
    output: {
      '2024-01': { yunbo: '12', heting: '10', qingdu: '5' },
      '2024-02': { yunbo: '9', heting: '12' },
    },
    people: { '2024-01': { yunbo: '4', heting: '2', qingdu: '0' }, '2024-02': { yunbo: '3', heting: '3' } },
  })
  await defineForTest(ctx, { code: 'per-head', measure: '万元/人', formula: 'output / people' })
})
afterAll(() => city?.close())

const ask = (query: object) =>
  leagueTable(city.as('leader'), 'per-head', AskTable.parse({ period: '2024-01', ...query }))

it('ranks by a formula, shows what is divided by what, and lists apart who cannot be computed', async () => {
  const table = await ask({})
  expect(
    table.rows.map(({ key, rank, value, numerator, denominator }) => [
      key,
      rank,
      value,
      numerator,
      denominator,
    ]),
  ).toEqual([
    ['heting', 1, '5', '10', '2'],
    ['yunbo', 2, '3', '12', '4'],
  ])
  expect(table.apart.find(({ key }) => key === 'qingdu')).toBeDefined()
})

it('computes it as of any vintage of what it rests on', async () => {
  await publishForTest(city.as('statistician'), { output: { '2024-01': { yunbo: '40' } } })
  expect((await ask({})).rows.map(({ key, value }) => [key, value])).toEqual([
    ['yunbo', '10'],
    ['heting', '5'],
  ])
  expect((await ask({ asOf: 1 })).rows.map(({ key, value }) => [key, value])).toEqual([
    ['heting', '5'],
    ['yunbo', '3'],
  ])
  expect((await ask({})).rows[0]).toMatchObject({ key: 'yunbo', value: '10' })
})

it('has a series where all that it rests on has values', async () => {
  const found = await series(city.as('leader'), 'per-head', AskSeries.parse({ units: 'yunbo,heting' }))
  expect(found).toMatchObject({
    periods: ['2024-01', '2024-02'],
    units: [{ values: ['10', '3'] }, { values: ['5', '4'] }],
  })
})

it('refuses a formula that leads back to itself or does not come to the unit of measure', async () => {
  const ctx = city.as('statistician')
  const loop = changeDefinition(ctx, 'output', {
    version: 1,
    validFrom: '2024-01-01',
    formula: '[per-head] * people',
    note: 'x',
  })
  await expect(loop).rejects.toMatchObject({
    kind: 'invalid',
    code: expect.stringMatching(/^indicators\.formula-/),
  })
  const wrong = defineForTest(ctx, { code: 'wrong', measure: '件', formula: 'output / people' })
  await expect(wrong).rejects.toMatchObject({ code: 'indicators.formula-result-unit' })
})

it('says of a quotient what is divided by what, of which periods and vintages, wherever it is shown', async () => {
  const ctx = city.as('statistician')
  await defineForTest(ctx, { code: 'output-rise', measure: '%', formula: '环比(output)' })
  const side = (indicator: string, unitOfMeasure: string, vintage: number) => ({
    indicator,
    name: indicator,
    nameEn: '',
    unitOfMeasure,
    periods: ['2024-01'],
    vintage,
  })
  const ratio = { numerator: side('output', '亿元', 2), denominator: side('people', '万人', 1) }
  expect((await ask({})).ratio).toEqual(ratio)
  const found = await series(city.as('leader'), 'per-head', AskSeries.parse({ units: 'heting' }))
  expect(found.units[0]).toMatchObject({ numerators: ['10', '12'], denominators: ['2', '3'] })
  expect(found.ratios![0]).toEqual(ratio)
  const page = await unitPage(city.as('leader'), 'yunbo', AskUnitPage.parse({ period: '2024-02' }))
  const of = (code: string) => page.standings.find((standing) => standing.code === code)!
  expect(of('per-head').ratio).toMatchObject({ numerator: { value: '9' }, denominator: { value: '3' } })
  expect(of('output').ratio).toBeNull()
  // The per cent's hundredfold is not in the numerator: 9 − 40, over 40.
  expect(of('output-rise')).toMatchObject({
    value: '-77.5',
    ratio: {
      numerator: { value: '-31', indicator: null, unitOfMeasure: '亿元', periods: ['2024-01', '2024-02'] },
      denominator: { value: '40', indicator: 'output', unitOfMeasure: '亿元', periods: ['2024-01'] },
    },
  })
  const frozen = await freezeTable(
    ctx,
    FreezeTable.parse({ indicator: 'per-head', period: '2024-01', title: '人均' }),
  )
  expect(frozen).toMatchObject({ isRecomputable: true, table: { ratio } })
  expect(await ask({ period: '2024-02', measure: 'growth' })).toMatchObject({ ratio: null })
})

it('looks a yearly figure up for a monthly one, and takes months out of a cumulative series', async () => {
  const ctx = city.as('statistician')
  await defineForTest(ctx, { code: 'residents', frequency: 'year', measure: '万人' })
  await defineForTest(ctx, { code: 'built', frequency: 'cumulative', overTime: 'sum', measure: '亿元' })
  await publishForTest(ctx, {
    residents: { 2023: { yunbo: '2', heting: '5' }, 2024: { yunbo: '4' } },
    built: { '2024-01': { yunbo: '1' }, '2024-01/2024-02': { yunbo: '7' } },
  })
  const formula = 'output ÷ 缺失取(当年值(residents), 最近值(residents))'
  await defineForTest(ctx, { code: 'output-each', measure: '万元/人', formula })
  await defineForTest(ctx, { code: 'built-month', measure: '亿元', formula: '月度值(built)' })
  const seriesOf = (code: string) =>
    series(city.as('leader'), code, AskSeries.parse({ units: 'yunbo,heting' }))
  expect(await seriesOf('output-each')).toMatchObject({
    periods: ['2024-01', '2024-02'],
    units: [{ values: ['10', '2.25'] }, { values: ['2', '2.4'] }],
  })
  expect(await seriesOf('built-month')).toMatchObject({
    periods: ['2024-01', '2024-02'],
    units: [{ values: ['1', '6'] }, { values: [null, null] }],
  })
})

it('comes to a ratio of sums over a cohort, and to nothing as soon as one of it is missing', async () => {
  const ctx = city.as('statistician')
  const all = (value: string, but: Record<string, string> = {}) => ({
    ...Object.fromEntries(
      ['qingdu', 'wangxi', 'jinting', 'yunbo', 'heting', 'yanshi', 'weizhou'].map((unit) => [unit, value]),
    ),
    ...but,
  })
  await defineForTest(ctx, { code: 'spent', measure: '亿元', overUnits: 'sum' })
  await defineForTest(ctx, { code: 'mood', measure: '', overUnits: 'mean' })
  await defineForTest(ctx, { code: 'heads', measure: '万人', overUnits: 'sum' })
  await defineForTest(ctx, {
    code: 'spent-each',
    measure: '元/人',
    overUnits: 'ratio',
    formula: 'spent ÷ heads',
  })
  await publishForTest(ctx, {
    spent: { '2024-03': all('1', { yunbo: '8' }) },
    mood: { '2024-03': all('1', { yunbo: '2.4' }) },
    heads: { '2024-03': all('2', { yunbo: '3', heting: '3' }), '2024-04': { yunbo: '1' } },
  })
  const whole = async (code: string, period = '2024-03') =>
    (await leagueTable(ctx, code, AskTable.parse({ period }))).whole
  expect(await whole('spent')).toEqual({
    ...{ how: 'sum', value: '14', numerator: null, denominator: null },
    ...{ of: 7, missing: 0 },
  })
  expect(await whole('mood')).toMatchObject({ how: 'mean', value: '1.2' })
  // 14 亿元 over 16 万人; the mean of the seven would be another figure.
  expect(await whole('spent-each')).toMatchObject({
    how: 'ratio',
    value: '8750',
    numerator: '14',
    denominator: '16',
  })
  expect(await whole('heads', '2024-04')).toMatchObject({ value: null, of: 7, missing: 6 })
  expect(await whole('per-head', '2024-01')).toBeNull()
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { openClaimNames } from '../claims/claim-names.ts'
import { changeDefinition } from '../commands/define/change-definition.ts'
import { freezeTable } from '../commands/freeze/freeze-table.ts'
import { addExternalUnits } from '../commands/packs/add-external-units.ts'
import { leagueTable } from '../queries/league/league-table.ts'
import { listIndicators } from '../queries/list-indicators.ts'
import { series } from '../queries/series.ts'
import { AskSeries, AskTable, FreezeTable, ListIndicators } from '../schema.ts'
import { loadSheetNames } from '../sheet/sheet-names.ts'
import { defineForTest, publishForTest } from '../testing.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
  const ctx = city.as('statistician')
  await defineForTest(ctx, { code: 'retail', name: '社会消费品零售总额', aliases: ['社零', '消费品零售'] })
  await defineForTest(ctx, { code: 'gdp', name: '地区生产总值', aliases: ['GDP', '总量'], measure: '亿元' })
  await defineForTest(ctx, { code: 'gdp-growth', name: '地区生产总值增长', measure: '%', aliases: ['总量'] })
  await defineForTest(ctx, { code: 'tax', name: '税收总收入', measure: '亿元' })
})
afterAll(() => city?.close())

it('An indicator is searched by its other names, in either script and any width', async () => {
  const found = async (q: string) =>
    (await listIndicators(city.as('leader'), ListIndicators.parse({ q }))).indicators.map(({ code }) => code)
  expect(await found('社零')).toEqual(['retail'])
  expect(await found('ｇｄｐ')).toEqual(['gdp', 'gdp-growth'])
  expect(await found('稅收 總收入')).toEqual(['tax'])
})

it('A table’s names are read by them, unless two indicators have the same', async () => {
  const ctx = city.as('statistician')
  const { lookups, definitions } = await ctx.transaction((tx) => loadSheetNames(ctx, tx))
  const codeOf = (name: string, aspect: 'level' | 'growth-year' = 'level') => {
    const found = lookups.indicator(name, aspect)
    return found && definitions.byNumber.get(found.number)!.code
  }
  expect([codeOf('社　零'), codeOf('稅收總收入(億元)'), codeOf('GDP'), codeOf('总量')]).toEqual([
    'retail',
    'tax',
    'gdp',
    undefined,
  ])
  expect(codeOf('地区生产总值', 'growth-year')).toBe('gdp-growth')
  expect([lookups.power('億元', '亿元'), lookups.power('萬元', '亿元')]).toEqual([0, -4])
})

it('A claim is matched by them, and by a name that is equal to its last word before another’s growth', async () => {
  const ctx = city.as('officer')
  const claimed = (subject: string) =>
    ctx.transaction(async (tx) => {
      const names = await openClaimNames(ctx, tx)
      const base = {
        kind: 'rank',
        period: null,
        quote: [],
        scope: '全市',
        position: 1,
        streakYears: null,
      } as const
      const { best } = names.suggest({ ...base, subject })
      return best && [names.definitions.byNumber.get(best.indicator)!.code, best.measure]
    })
  expect(await claimed('社零')).toEqual(['retail', 'level'])
  expect(await claimed('GDP增速')).toEqual(['gdp', 'growth'])
  expect(await claimed('稅收總收入增幅')).toEqual(['tax', 'growth'])
  expect(await claimed('地区生产总值增长')).toEqual(['gdp-growth', 'level'])
})

it('A table opens in the cohort that the definition names, and is frozen in it', async () => {
  const ctx = city.as('statistician')
  const outside = { key: 'west', name: '西省', aliases: [], cohort: 'provinces' }
  await addExternalUnits(ctx, [outside, { ...outside, key: 'east', name: '东省' }])
  await publishForTest(ctx, { tax: { '2024-01': { west: '3', east: '2', yunbo: '9' } } })
  const change = (cohort: string, version = 1) =>
    changeDefinition(ctx, 'tax', { version, validFrom: '0001-01-01', note: '默认范围', cohort })
  await expect(change('moon')).rejects.toMatchObject({ code: 'indicators.no-such-cohort' })
  const ask = (query: object = {}) => leagueTable(ctx, 'tax', AskTable.parse({ period: '2024-01', ...query }))
  expect((await ask()).rows.map(({ key }) => key)).toEqual(['yunbo'])
  const changed = await change('provinces')
  expect(changed).toMatchObject({ cohort: 'provinces', breaksSeries: false })
  expect((await ask()).rows.map(({ key }) => key)).toEqual(['west', 'east'])
  expect((await ask({ cohort: 'city-wide' })).rows.map(({ key }) => key)).toEqual(['yunbo'])
  const { units } = await series(ctx, 'tax', AskSeries.parse({}))
  expect(units.map(({ key }) => key)).toEqual(expect.arrayContaining(['west', 'east']))
  expect(units.map(({ key }) => key)).not.toContain('yunbo')
  const frozen = await freezeTable(
    ctx,
    FreezeTable.parse({ indicator: 'tax', period: '2024-01', title: '各省' }),
  )
  expect(frozen).toMatchObject({ cohort: 'provinces', isRecomputable: true })
})

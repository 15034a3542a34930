import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listJournal } from '../../../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { readPack } from '../../../units/index.ts'
import { leagueTable } from '../../queries/league/league-table.ts'
import { paceBoard } from '../../queries/pace/pace-board.ts'
import { series } from '../../queries/series.ts'
import { AskPaceBoard, AskSeries, AskTable } from '../../schema.ts'
import { publishForTest } from '../../testing.ts'
import { loadIndicatorPack } from './load-indicator-pack.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city?.close())

const [file] = readPack('riverport').indicators

const provinces = {
  externalUnits: [
    { key: '980000', name: '岭北省', aliases: ['岭北'], cohort: 'provinces' },
    { key: '970000', name: '海西省', cohort: 'provinces' },
  ],
  indicators: [{ code: 'product', name: '产品', measure: '亿元', frequency: 'year' }],
  releases: [
    {
      key: 'product-first',
      source: '首次公布',
      values: [{ indicator: 'product', periods: ['2022', '2023'], units: { riverport: [null, '12.5'] } }],
    },
    {
      key: 'product-revised',
      source: '修订',
      values: [
        { indicator: 'product', periods: ['2023'], units: { riverport: ['14'], '980000': ['13'] } },
        { indicator: 'product', periods: ['2023'], units: { '970000': ['14.5'] } },
      ],
    },
  ],
}
const load = (content: unknown) =>
  loadIndicatorPack(city.as('statistician'), { fileName: 'test.json', content })

describe('A pack', () => {
  it('fills a new city: values of two years, a revision, what is computed, targets and their pace', async () => {
    const loaded = await loadIndicatorPack(city.as('statistician'), file!)
    expect(loaded).toMatchObject({ indicators: 11, releases: 2 })
    const ctx = city.as('leader')
    const ask = AskTable.parse({ period: '2024-03' })
    const table = await leagueTable(ctx, 'energy-intensity', ask)
    expect(table.rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(table.rows[0]).toMatchObject({ numerator: expect.any(String), denominator: expect.any(String) })
    const told = await series(ctx, 'industry-output', AskSeries.parse({ units: 'qingdu' }))
    expect(told.periods).toHaveLength(24)
    expect(told.revisions.map(({ period, vintage }) => [period, vintage])).toEqual([
      ['2023-10', 1],
      ['2023-11', 1],
      ['2023-12', 1],
    ])
    const board = await paceBoard(ctx, AskPaceBoard.parse({ period: '2024' }))
    expect(board.cells).toHaveLength(21)
    expect(new Set(board.cells.map(({ state }) => state))).toEqual(new Set(['measured']))
  })

  it('is loaded once: a repeat finds everything there, in the journal, too', async () => {
    const newest = async () =>
      (await city.as('auditor').transaction((tx) => listJournal(tx, { pageSize: 1 }))).entries[0]!.seq
    const before = await newest()
    const again = await loadIndicatorPack(city.as('statistician'), file!)
    expect(again).toEqual({ units: 0, indicators: 0, releases: 0, values: 0 })
    expect(await newest()).toBe(before)
  })

  it('brings units from outside, among whom the city is ranked, and keeps the first print to be read', async () => {
    expect(await load(provinces)).toEqual({ units: 2, indicators: 1, releases: 2, values: 4 })
    const ask = AskTable.parse({ period: '2023', cohort: 'provinces' })
    const table = await leagueTable(city.as('leader'), 'product', ask)
    expect(table.rows.map(({ key, value }) => [key, value])).toEqual([
      ['970000', '14.5'],
      ['riverport', '14'],
      ['980000', '13'],
    ])
    const first = { ...ask, asOf: table.asOf - 1 }
    const former = await leagueTable(city.as('leader'), 'product', first)
    expect(former.rows.map(({ key, value }) => [key, value])).toEqual([['riverport', '12.5']])
    const { entries } = await city.as('auditor').transaction((tx) => listJournal(tx, { pageSize: 1 }))
    expect(entries[0]).toMatchObject({
      action: 'indicators.published',
      detail: { source: '修订', release: 'product-revised', rows: 3 },
    })
  })

  it('does not undo what was revised since', async () => {
    await publishForTest(city.as('statistician'), { product: { '2023': { riverport: '15' } } })
    expect(await load(provinces)).toMatchObject({ releases: 0, values: 0 })
    const table = await leagueTable(
      city.as('leader'),
      'product',
      AskTable.parse({ period: '2023', cohort: 'provinces' }),
    )
    expect(table.rows[0]).toMatchObject({ key: 'riverport', value: '15' })
  })

  it.each([
    [{ code: 'indicators.malformed-pack' }, { releases: [{ key: 'x', source: 'x', values: [] }] }],
    [
      { code: 'indicators.malformed-pack', details: { place: 'releases.0.values.0.units' } },
      {
        releases: [
          { key: 'x', source: 'x', values: [{ indicator: 'product', periods: ['2023'], units: { a: [] } }] },
        ],
      },
    ],
    [
      { code: 'indicators.no-such-unit' },
      {
        releases: [
          {
            key: 'x',
            source: 'x',
            values: [{ indicator: 'product', periods: ['2023'], units: { a: ['1'] } }],
          },
        ],
      },
    ],
  ])('is refused with %o', async (error, content) => {
    await expect(load(content)).rejects.toMatchObject(error)
  })
})

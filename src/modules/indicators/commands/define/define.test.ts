import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { getIndicator } from '../../queries/get-indicator.ts'
import { leagueTable } from '../../queries/league/league-table.ts'
import { AskTable, type ChangeDefinition } from '../../schema.ts'
import { defineForTest, publishForTest } from '../../testing.ts'
import { changeDefinition } from './change-definition.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city?.close())

const change = (code: string, input: ChangeDefinition) =>
  changeDefinition(city.as('statistician'), code, input)

describe('A definition', () => {
  it('that counts otherwise breaks the series on its day, and growth does not reach across', async () => {
    const ctx = city.as('statistician')
    await defineForTest(ctx, { code: 'units', definition: '规模以上' })
    await publishForTest(ctx, {
      units: { '2023-02': { yunbo: '1', heting: '2' }, '2024-02': { yunbo: '3', heting: '3' } },
    })
    const growth = () => leagueTable(ctx, 'units', AskTable.parse({ period: '2024-02', measure: 'growth' }))
    expect((await growth()).rows).toHaveLength(2)
    const detail = await change('units', {
      version: 1,
      validFrom: '2024-01-01',
      definition: '全部',
      note: '口径调整',
    })
    expect(detail.versions.map(({ validFrom, breaksSeries }) => [validFrom, breaksSeries])).toEqual([
      ['0001-01-01', false],
      ['2024-01-01', true],
    ])
    const broken = await growth()
    expect(broken.rows).toEqual([])
    expect(
      broken.apart
        .filter(({ reason }) => reason === 'definition-break')
        .map(({ key }) => key)
        .sort(),
    ).toEqual(['heting', 'yunbo'])
    expect(broken.breaks).toEqual(['2024-01-01'])
  })

  it('that is only named otherwise does not', async () => {
    await defineForTest(city.as('statistician'), { code: 'named' })
    const detail = await change('named', {
      version: 1,
      validFrom: '2024-01-01',
      name: '新名称',
      note: '改名',
    })
    expect(detail).toMatchObject({ name: '新名称', breaksSeries: false })
  })

  it('is corrected by a version of the same day, which then holds alone', async () => {
    await defineForTest(city.as('statistician'), { code: 'fixed', owner: '统计局' })
    await change('fixed', { version: 1, validFrom: '2024-01-01', measure: '万元', note: '改单位' })
    const detail = await change('fixed', {
      version: 2,
      validFrom: '2024-01-01',
      measure: '亿元',
      note: '写错了',
    })
    expect(
      detail.versions.map(({ version, measure, breaksSeries, owner }) => [
        version,
        measure,
        breaksSeries,
        owner,
      ]),
    ).toEqual([
      [1, '', false, '统计局'],
      [3, '亿元', true, '统计局'],
    ])
    expect(await getIndicator(city.as('auditor'), 'fixed')).toEqual(detail)
  })

  it.each([
    ['indicators.definition-changed', { version: 7, validFrom: '2024-01-01', measure: '件', note: 'x' }],
    ['indicators.nothing-changed', { version: 1, validFrom: '2024-01-01', measure: '', note: 'x' }],
    ['indicators.near-without-value', { version: 1, validFrom: '2024-01-01', direction: 'near', note: 'x' }],
    [
      'indicators.unknown-base',
      {
        version: 1,
        validFrom: '2024-01-01',
        note: 'x',
        comparability: { minimumBase: { indicator: 'nope', value: '1' }, exclusions: [] },
      },
    ],
    [
      'indicators.unknown-excluded-unit',
      {
        version: 1,
        validFrom: '2024-01-01',
        note: 'x',
        comparability: {
          minimumBase: null,
          exclusions: [{ unit: 'nope', reason: 'x', from: null, to: null }],
        },
      },
    ],
    [
      'indicators.no-such-unit',
      {
        version: 1,
        validFrom: '2024-01-01',
        note: 'x',
        sourceUnitId: '00000000-0000-7000-8000-00000000dead',
      },
    ],
  ] as const)('is refused with %s', async (code, input) => {
    const name = `refused-${code.split('.')[1]}`
    await defineForTest(city.as('statistician'), { code: name })
    await expect(change(name, input as unknown as ChangeDefinition)).rejects.toMatchObject({ code })
  })

  it('is a statistician’s, and its code is its own', async () => {
    await expect(defineForTest(city.as('officer'), { code: 'mine' })).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    await defineForTest(city.as('statistician'), { code: 'mine' })
    await expect(defineForTest(city.as('statistician'), { code: 'mine' })).rejects.toMatchObject({
      code: 'indicators.code-taken',
    })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { changeLeague, defineLeague } from '../../commands/leagues/define-league.ts'
import { enterPoints } from '../../commands/leagues/enter-points.ts'
import { freezeLeague } from '../../commands/leagues/freeze-league.ts'
import { setTargets } from '../../commands/targets/set-targets.ts'
import { presetSchemes } from '../../rules/league/composite/presets.ts'
import { presetLists } from '../../rules/league/lists/presets.ts'
import { AskComposite, LeagueDefinition } from '../../schema/composite.ts'
import { SetTargets } from '../../schema.ts'
import { defineForTest, publishForTest } from '../../testing.ts'
import { getPublication, publications } from '../publications.ts'
import { compositeTable } from './composite-table.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city?.close())

const ask = (key: string, period: string, asOf?: number) =>
  compositeTable(city.as('liaison', { unit: 'yunbo' }), key, AskComposite.parse({ period, asOf }))
const preset = (key: string) => presetSchemes().find((each) => each.key === key)!
const score = (weight: string, key: string) => ({
  key,
  name: { zh: key, en: key },
  weight,
  score: { kind: 'linear', direction: 'higher', target: 'own', capPercent: '120' },
  group: null,
})

/** Two indicators against the units' own targets, and the lists of one field with one red and two black places. */
async function defineTwo(key: string, codes: readonly [string, string]) {
  const ctx = city.as('statistician')
  for (const code of codes) await defineForTest(ctx, { code, frequency: 'quarter' })
  const [lists] = presetLists()
  const [field] = lists!.fields
  const rules = {
    ...lists!,
    fields: [{ ...field!, red: { ...field!.red, quota: 1 }, black: { ...field!.black, quota: 2 } }],
  }
  const definition = LeagueDefinition.parse({
    scheme: { ...preset('linear'), components: [score('60', 'a'), score('40', 'b')] },
    sources: { a: { kind: 'indicator', indicator: codes[0] }, b: { kind: 'indicator', indicator: codes[1] } },
    cohort: 'city-wide',
    frequency: 'quarter',
    lists: { rules, field: field!.key, outcomes: ['a', 'b'] },
  })
  return defineLeague(ctx, { key, name: key, definition })
}

const UNITS = ['yunbo', 'heting', 'qingdu', 'jinting'] as const

async function aim(code: string, period: string, values: readonly string[]) {
  const targets = UNITS.map((unit, at) => ({
    ...{ indicator: code, unit, period, kind: 'level', horizon: 'quarter' },
    value: values[at]!,
  }))
  await setTargets(city.as('officer'), SetTargets.parse({ targets }))
}

const of = (values: readonly (string | null)[]) =>
  Object.fromEntries(UNITS.flatMap((unit, at) => (values[at] === null ? [] : [[unit, values[at]!]])))

describe('A composite league', () => {
  it('adds weighted shares of targets as a plain reckoning does, and moves with each vintage', async () => {
    await defineTwo('pair', ['pair-a', 'pair-b'])
    const [actual, target] = [
      { a: [37, 52, 91, 10], b: [8, 30, 11, 12] },
      { a: [40, 50, 60, 30], b: [10, 24, 11, 6] },
    ]
    for (const part of ['a', 'b'] as const) await aim(`pair-${part}`, '2024Q2', target[part].map(String))
    for (const part of ['a', 'b'] as const) await aim(`pair-${part}`, '2024Q1', target[part].map(String))
    const ctx = city.as('statistician')
    const { vintage } = await publishForTest(ctx, {
      'pair-a': { '2024Q1': of(['99', '50', '1', null]), '2024Q2': of(actual.a.map(String)) },
      'pair-b': { '2024Q1': of(['9', '9', '9', '9']), '2024Q2': of(actual.b.map(String)) },
    })
    const table = await ask('pair', '2024Q2')
    // Whole numbers: everything times a common multiple of all targets, capped at 120 per cent.
    const common = 40 * 50 * 60 * 30 * 10 * 24 * 11 * 6
    const brute = UNITS.map((unit, at) => {
      const part = (weight: number, reached: number, wanted: number) =>
        Math.min((weight * reached * common) / wanted, (weight * 12 * common) / 10)
      const sum = part(60, actual.a[at]!, target.a[at]!) + part(40, actual.b[at]!, target.b[at]!)
      return { key: unit, score: Math.round((sum * 100) / common) / 100 }
    }).sort((one, other) => other.score - one.score)
    expect(table.rows.map(({ key, score }) => ({ key, score: Number(score) }))).toEqual(brute)
    expect(table.rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4])
    const qingdu = table.rows.find(({ key }) => key === 'qingdu')!
    expect(qingdu.parts[0]).toMatchObject({
      numerator: '91',
      denominator: '60',
      points: '72',
      uncapped: '91',
    })
    const before = table.rows.find(({ key }) => key === 'yunbo')!
    expect(before.formerRank).toBe(1)
    expect(before.places).toBe(1 - before.rank)
    expect(
      table.apart.some(({ key, lacking }) => key === 'wangxi' && lacking[0]?.reason === 'target-missing'),
    ).toBe(true)
    const jinting = (await ask('pair', '2024Q1')).apart.find(({ key }) => key === 'jinting')
    expect(jinting?.lacking).toEqual([{ component: 'a', reason: 'not-reported' }])
    await publishForTest(ctx, { 'pair-a': { '2024Q2': { jinting: '60' } } })
    expect((await ask('pair', '2024Q2')).rows.find(({ key }) => key === 'jinting')?.score).toBe('120')
    expect((await ask('pair', '2024Q2', vintage)).rows).toEqual(table.rows)
  })

  it('keeps lists that come out shorter than their quota, with the reason', async () => {
    await defineTwo('listed', ['listed-a', 'listed-b'])
    for (const part of ['a', 'b']) await aim(`listed-${part}`, '2024Q1', ['10', '10', '10', '10'])
    await publishForTest(city.as('statistician'), {
      'listed-a': { '2024Q1': of(['11', '12', '5', '10']) },
      'listed-b': { '2024Q1': of(['11', '10', '5', '10']) },
    })
    const grant = {
      period: '2024Q1',
      unit: 'qingdu',
      kind: 'exemption',
      subject: 'force-majeure',
      version: 0,
    } as const
    const lists = async () => (await ask('listed', '2024Q1')).lists!
    expect((await lists()).black.listed.map(({ key }) => key)).toEqual(['qingdu'])
    await enterPoints(city.as('leader'), 'listed', { ...grant, value: '1', reason: '台风' })
    const { red, black } = await lists()
    expect(red).toMatchObject({ quota: 1, listed: [], passedOver: [{ key: 'heting', reason: 'outcome' }] })
    expect(black).toMatchObject({
      quota: 2,
      listed: [],
      passedOver: [
        { key: 'qingdu', reason: 'exempt', exemption: 'force-majeure', note: '台风' },
        { key: 'jinting', reason: 'outcome' },
      ],
    })
  })

  it('takes the leaders’ part from a person, once, and months from the quarter', async () => {
    const ctx = city.as('statistician')
    await defineForTest(ctx, { code: 'monthly' })
    await publishForTest(ctx, {
      monthly: {
        '2024-01': of(['90', '80', null, null]),
        '2024-02': of(['91', '80', null, null]),
        '2024-03': of(['92', '80.5', null, null]),
      },
    })
    const month = (at: number) => ({ kind: 'indicator', indicator: 'monthly', month: at })
    const definition = LeagueDefinition.parse({
      scheme: preset('yuzhou-2018'),
      sources: {
        'month-1': month(1),
        'month-2': month(2),
        'month-3': month(3),
        leaders: { kind: 'entered' },
      },
      cohort: 'city-wide',
      frequency: 'quarter',
    })
    await defineLeague(ctx, { key: 'yuzhou', name: '季度考核', definition })
    const enter = (unit: string, value: string | null, version = 0) =>
      enterPoints(city.as('leader'), 'yuzhou', {
        period: '2024Q1',
        unit,
        kind: 'score',
        subject: 'leaders',
        value,
        reason: '',
        version,
      })
    expect((await ask('yuzhou', '2024Q1')).rows).toEqual([])
    await enter('yunbo', '88')
    await enter('heting', '95')
    const { rows, apart } = await ask('yuzhou', '2024Q1')
    expect(rows.map(({ key, score }) => [key, score])).toEqual([
      ['yunbo', '90.7'],
      ['heting', '81.65'],
    ])
    expect(apart.find(({ key }) => key === 'qingdu')?.lacking.at(-1)).toEqual({
      component: 'leaders',
      reason: 'not-entered',
    })
    await expect(enter('yunbo', '70')).rejects.toMatchObject({ code: 'indicators.entry-changed' })
    await expect(enter('yunbo', '101', 1)).rejects.toMatchObject({ code: 'indicators.entry-score-range' })
    await expect(
      enterPoints(city.as('officer'), 'yuzhou', {
        period: '2024Q1',
        unit: 'yunbo',
        kind: 'score',
        subject: 'leaders',
        value: '1',
        reason: '',
        version: 1,
      }),
    ).rejects.toMatchObject({ code: 'kernel.forbidden' })
    await enter('yunbo', null, 1)
    expect((await ask('yuzhou', '2024Q1')).rows.map(({ key }) => key)).toEqual(['heting'])

    const frozen = await freezeLeague(ctx, 'yuzhou', { period: '2024Q1', title: '一季度考核' })
    expect(frozen).toMatchObject({
      indicator: null,
      table: null,
      league: { key: 'yuzhou' },
      isWhole: true,
      isRecomputable: true,
    })
    await enter('yunbo', '60', 2)
    const again = await getPublication(city.as('auditor'), frozen.number)
    expect(again.composite).toEqual(frozen.composite)
    expect(again).toMatchObject({ isWhole: true, isRecomputable: false })
    const { publications: lines } = await publications(ctx, { page: 1, pageSize: 10 })
    expect(lines[0]).toMatchObject({ number: frozen.number, league: { name: '季度考核' } })
  })
})

describe('The definition of a composite league', () => {
  it('is versioned, and refused with what is wrong in it', async () => {
    const made = await defineTwo('versioned', ['versioned-a', 'versioned-b'])
    const ctx = city.as('statistician')
    const { definition, version } = made
    const changed = await changeLeague(ctx, 'versioned', { name: '新名', definition, version })
    expect(changed).toMatchObject({ name: '新名', version: 2 })
    const change = (part: object, by = 2) =>
      changeLeague(ctx, 'versioned', { name: 'x', definition: { ...definition, ...part }, version: by })
    await expect(change({}, 1)).rejects.toMatchObject({
      code: 'indicators.league-changed',
      details: { version: 2 },
    })
    await expect(defineTwo('versioned', ['other-a', 'other-b'])).rejects.toMatchObject({
      code: 'indicators.league-key-taken',
    })
    const refusals: [object, string][] = [
      [{ sources: {} }, 'indicators.league-source-missing'],
      [{ sources: { a: { kind: 'entered' }, b: { kind: 'entered' } } }, 'indicators.league-entered-target'],
      [{ cohort: '火星' }, 'indicators.no-such-cohort'],
      [{ lists: { ...definition.lists, field: 'x' } }, 'indicators.league-field-unknown'],
      [{ lists: { ...definition.lists, outcomes: ['c'] } }, 'indicators.league-outcome-unknown'],
      [
        { scheme: { ...definition.scheme, components: [score('1', 'a'), score('1', 'a')] } },
        'indicators.scheme-key-twice',
      ],
      [
        { scheme: { ...definition.scheme, components: [score('0', 'a')] } },
        'indicators.league-weight-not-above-zero',
      ],
      [
        {
          sources: {
            ...definition.sources,
            a: { kind: 'indicator', indicator: 'versioned-a', measure: 'level', month: 4 },
          },
        },
        'indicators.league-month-beyond',
      ],
    ]
    for (const [part, code] of refusals) await expect(change(part)).rejects.toMatchObject({ code })
    await expect(ask('versioned', '2024')).rejects.toMatchObject({ code: 'indicators.league-period' })
    await expect(ask('nope', '2024')).rejects.toMatchObject({ code: 'indicators.no-such-league' })
    await expect(
      changeLeague(city.as('officer'), 'versioned', { name: 'x', definition, version: 2 }),
    ).rejects.toMatchObject({ code: 'kernel.forbidden' })
  })
})

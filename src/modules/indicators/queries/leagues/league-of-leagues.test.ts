import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { changeLeague, defineLeague } from '../../commands/leagues/define-league.ts'
import { enterPoints } from '../../commands/leagues/enter-points.ts'
import { setTargets } from '../../commands/targets/set-targets.ts'
import { presetSchemes } from '../../rules/league/composite/presets.ts'
import { LeagueDefinition } from '../../schema/composite.ts'
import { SetTargets } from '../../schema.ts'
import { askOverHttp } from '../../testing/ask-over-http.ts'
import { defineForTest, publishForTest } from '../../testing.ts'

let city: TestCity
let ask: Awaited<ReturnType<typeof askOverHttp>>
beforeAll(async () => {
  city = await openTestCity()
  ask = await askOverHttp(city, ['officer'])
})
afterAll(() => city?.close())

const scheme = (components: object[]) => ({
  ...presetSchemes().find(({ key }) => key === 'linear')!,
  components,
})
const part = (key: string, weight: string, score: object = { kind: 'score' }) => ({
  ...{ key, name: { zh: key, en: key }, weight, score },
  group: null,
})

it('A quarter is scored by the scores of its months and by the leaders, over HTTP in any cohort and vintage', async () => {
  const ctx = city.as('statistician')
  await defineForTest(ctx, { code: 'work', overTime: 'sum', measure: '亿元' })
  const month = (yunbo: string, heting: string) => ({ yunbo, heting })
  await publishForTest(ctx, {
    work: { '2024-01': month('9', '8'), '2024-02': month('6', '8'), '2024-03': month('3', '10') },
  })
  const targets = ['2024-01', '2024-02', '2024-03'].flatMap((period) =>
    ['yunbo', 'heting'].map((unit) => ({
      ...{ indicator: 'work', unit, period, kind: 'level', horizon: 'month', value: '10' },
    })),
  )
  await setTargets(ctx, SetTargets.parse({ targets }))
  // A month's score: its completion in per cent, as far as one hundred.
  const monthly = LeagueDefinition.parse({
    scheme: scheme([part('done', '100')]),
    sources: { done: { kind: 'indicator', indicator: 'work', measure: 'done' } },
    cohort: 'city-wide',
    frequency: 'month',
  })
  await defineLeague(ctx, { key: 'monthly', name: '月度得分', definition: monthly })
  const league = (at: number) => ({ kind: 'league', league: 'monthly', part: at })
  const quarterly = {
    scheme: presetSchemes().find(({ key }) => key === 'yuzhou-2018'),
    sources: {
      'month-1': league(1),
      'month-2': league(2),
      'month-3': league(3),
      leaders: { kind: 'entered' },
    },
    cohort: 'city-wide',
    frequency: 'quarter',
  }
  const definition = LeagueDefinition.parse(quarterly)
  await defineLeague(ctx, { key: 'quarterly', name: '季度得分', definition })
  for (const [unit, value] of [
    ['yunbo', '90'],
    ['heting', '70'],
  ] as const)
    await enterPoints(city.as('leader'), 'quarterly', {
      ...{ period: '2024Q1', unit, kind: 'score', subject: 'leaders', value, reason: '', version: 0 },
    })
  const table = (query = '') => ask('GET', `/api/leagues/quarterly/table?period=2024Q1${query}`)
  const scores = (body: { rows: { key: string; score: string }[] }) =>
    body.rows.map(({ key, score }) => [key, score])
  // 0.3 × (80 + 80 + 100) + 7, and 0.3 × (90 + 60 + 30) + 9.
  expect(scores((await table()).body)).toEqual([
    ['heting', '85'],
    ['yunbo', '63'],
  ])
  await publishForTest(ctx, { work: { '2024-03': { yunbo: '10' } } })
  expect(scores((await table()).body)[1]).toEqual(['yunbo', '84'])
  expect(scores((await table('&asOf=1')).body)[1]).toEqual(['yunbo', '63'])
  const suburban = (await table('&cohort=suburban')).body
  expect(suburban.cohort.key).toBe('suburban')
  expect((await table('&cohort=moon')).body.code).toBe('indicators.no-such-cohort')

  const back = LeagueDefinition.parse({
    ...monthly,
    scheme: scheme([part('a', '100')]),
    sources: { a: { kind: 'league' as const, league: 'monthly', part: null } },
  })
  await expect(
    changeLeague(ctx, 'monthly', { name: 'x', definition: back, version: 1 }),
  ).rejects.toMatchObject({
    code: 'indicators.league-cycle',
    details: { loop: 'monthly → monthly' },
  })
  const beyond = {
    ...definition,
    sources: { ...definition.sources, 'month-3': { kind: 'league' as const, league: 'monthly', part: 4 } },
  }
  await expect(
    changeLeague(ctx, 'quarterly', { name: 'x', definition: beyond, version: 1 }),
  ).rejects.toMatchObject({
    code: 'indicators.league-part',
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Context } from '../../kernel/context.ts'
import { AskTable, checkClaims, leagueTable, reportsWithClaims } from '../../modules/indicators/index.ts'
import { createContext, systemActor } from '../../platform/database/index.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { modules } from '../modules.ts'
import { beginClaims } from './begin-claims.ts'
import { loadCity } from './load-city.ts'

let city: TestCity
let asSystem: (tenantId: string) => Context
let ctx: Context
const steps: [string, unknown][] = []
const load = () =>
  loadCity({ database: city.database, clock: city.clock, asSystem }, 'shanghai', (code, details) =>
    steps.push([code, details]),
  )

beforeAll(async () => {
  city = await openTestCity()
  const { database, clock } = city
  asSystem = (tenantId) =>
    createContext({ database, clock, modules, tenantId, locale: 'zh-CN', actor: systemActor(modules) })
  ctx = asSystem((await load()).id)
}, 60_000)
afterAll(() => city?.close())

it('fills the city of a newcomer with public figures, and a second start adds nothing', async () => {
  expect(steps.at(-1)).toEqual(['server.indicators-loaded', { count: 3, values: 137 }])
  await load()
  expect(steps.at(-1)).toEqual(['server.indicators-loaded', { count: 3, values: 0 }])
})

it('keeps a figure as it was first printed, before the census revised it', async () => {
  const { rows } = await ctx.transaction((tx) =>
    sql`select observation.vintage, value::text, source
      from indicators.observation join indicators.vintage on vintage.number = observation.vintage
      join indicators.measured_unit on measured_unit.number = observation.unit
      where period = 120231231 and measured_unit.key = '310000' order by 1`.execute(tx),
  )
  expect(rows).toEqual([
    { vintage: 1, value: '47218.7', source: expect.stringContaining('上海市统计局') },
    { vintage: 2, value: '51404.5', source: expect.stringContaining('国家统计局') },
  ])
})

it('ranks each census by the districts of its day', async () => {
  const ranked = async (period: string) => {
    const table = await leagueTable(ctx, 'population', AskTable.parse({ period }))
    expect(table.apart).toEqual([])
    return table.rows.map(({ name }) => name)
  }
  const [before, after] = [await ranked('2010'), await ranked('2020')]
  expect([before.length, after.length]).toEqual([18, 16])
  expect(before.filter((name) => !after.includes(name))).toEqual(['闸北区', '崇明县', '卢湾区'])
})

it('can check what the three reviews claim, and decides nothing of it: what is public does not suffice', async () => {
  await beginClaims({ database: city.database, asSystem })
  const { reports } = await reportsWithClaims(ctx)
  expect(reports).toHaveLength(3)
  for (const { reportId } of reports) {
    const { confirmed, contradicted, unchecked, lines } = await checkClaims(ctx, { report: reportId })
    expect([confirmed.count, contradicted.count, unchecked.count]).toEqual([0, 0, 0])
    expect(lines.filter(({ match }) => match.indicator !== null).length).toBeGreaterThanOrEqual(9)
  }
})

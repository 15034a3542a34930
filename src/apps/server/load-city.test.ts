import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createContext, systemActor } from '../../platform/database/index.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { modules } from '../modules.ts'
import { loadCity } from './load-city.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city?.close())

it('fills the city of a newcomer with public figures, both prints of one, and a second start adds nothing', async () => {
  const { database } = city
  const { clock } = city.as('officer')
  const asSystem = (tenantId: string) =>
    createContext({ database, clock, modules, tenantId, locale: 'zh-CN', actor: systemActor(modules) })
  const steps: [string, unknown][] = []
  const load = () =>
    loadCity({ database, asSystem }, 'shanghai', (code, details) => steps.push([code, details]))
  const tenant = await load()
  expect(steps.at(-1)).toEqual(['server.indicators-loaded', { count: 2, values: 85 }])
  await load()
  expect(steps.at(-1)).toEqual(['server.indicators-loaded', { count: 2, values: 0 }])
  const { rows } = await asSystem(tenant.id).transaction((tx) =>
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

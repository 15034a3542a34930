import { afterAll, beforeAll, expect, it } from 'vitest'
import { reachOf } from '../../kernel/permissions.ts'
import { openTestCity, type TestCity } from './index.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city.close())

it('opens the fixture city on its day', () => {
  expect(city.tenant.pack).toBe('riverport')
  expect(city.clock.today()).toBe('2024-04-10')
})

it('knows the units of the fixture city, and what lies below one', () => {
  expect(reachOf(city.as('liaison', { unit: 'heting' }).actor.grants, 'ledger.work')).toEqual([
    city.unitId('heting'),
  ])
  expect(reachOf(city.as('leader').actor.grants, 'ledger.read')).toContain(city.unitId('heting'))
  expect(() => city.unitId('atlantis')).toThrow('no unit "atlantis"')
})

it('serves over HTTP without a port', async () => {
  const response = await (await city.http()).inject('/api/health')
  expect(response.json()).toMatchObject({ ok: true })
})

import { afterAll, beforeAll, expect, it } from 'vitest'
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
  expect(city.as('liaison', { unit: 'heting' }).actor.grants.unitIds).toEqual([city.unitId('heting')])
  expect(city.as('leader').actor.grants.unitIds).toContain(city.unitId('heting'))
  expect(() => city.unitId('atlantis')).toThrow('no unit "atlantis"')
})

it('serves over HTTP without a port', async () => {
  const response = await (await city.http()).inject('/api/health')
  expect(response.json()).toMatchObject({ ok: true })
})

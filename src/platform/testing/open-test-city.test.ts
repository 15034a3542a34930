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

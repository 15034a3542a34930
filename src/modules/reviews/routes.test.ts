import { afterAll, beforeAll, expect, test } from 'vitest'
import type { QuarterdeckServer } from '../../platform/http/index.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { addAccount, type SignedInBrowser, signInOver } from '../identity/testing.ts'
import { storeAcceptedReport } from '../reports/testing.ts'
import type { Home, Recurrence, UnitReview } from './schema.ts'

let city: TestCity
let server: QuarterdeckServer
let officer: SignedInBrowser
beforeAll(async () => {
  city = await openTestCity()
  server = await city.http()
  await addAccount(city.asSystem(), { role: 'officer' })
  officer = await signInOver(server, 'officer')
  for (const year of ['2023', '2024']) {
    const text = `${year}年：云泊新区垃圾分类还有不足。`
    const says = [{ kind: 'shortfall' as const, subject: '垃圾分类', quote: '垃圾分类', unit: '云泊新区' }]
    await storeAcceptedReport(city.as('officer'), { title: '会议', reportDate: year, text, says })
  }
})
afterAll(() => city.close())

const get = async <T>(url: string) => {
  const response = await server.inject({ url, headers: officer.headers })
  expect(response.statusCode, response.body).toBe(200)
  return response.json<T>()
}

test('home, reviews and one unit are answered, and a recurrence is decided, over HTTP', async () => {
  expect((await get<Home>('/api/home')).recurrences).toEqual({ suggested: 1, confirmed: 0 })
  expect((await get<{ units: object[] }>('/api/reviews')).units).toHaveLength(1)
  const { recurrences } = await get<UnitReview>(`/api/reviews/units/${city.unitId('yunbo')}`)
  const decided = await server.inject({
    method: 'POST',
    url: '/api/reviews/recurrences',
    headers: officer.headers,
    payload: {
      earlierId: recurrences[0]!.earlier.id,
      laterId: recurrences[0]!.later.id,
      verdict: 'confirmed',
    },
  })
  expect(decided.json<Recurrence>()).toMatchObject({ verdict: 'confirmed', decidedBy: '测试officer' })
  expect((await get<Home>('/api/home')).recurrences).toEqual({ suggested: 0, confirmed: 1 })
})

test('who is signed out is told so', async () => {
  const response = await server.inject({ url: '/api/home' })
  expect(response.statusCode).toBe(401)
})

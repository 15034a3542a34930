import { afterAll, beforeAll, expect, it } from 'vitest'
import { addAccount, signInOver } from '../../modules/identity/testing.ts'
import { openTestCity, type TestCity } from '../testing/index.ts'
import type { QuarterdeckServer } from './build-server.ts'

let city: TestCity
let app: QuarterdeckServer
let headers: Record<string, string>

beforeAll(async () => {
  city = await openTestCity()
  app = await city.http()
  await addAccount(city.asSystem(), { role: 'officer' })
  headers = (await signInOver(app, 'officer')).headers
})
afterAll(() => city?.close())

/** Where a password, a code or a secret address can be tried, or who is nobody makes work; written down, not asked of the routes. */
const LIMITED = [
  'arriveFromSingleSignOn',
  'beginSecondFactor',
  'changeOwnPassword',
  'confirmSecondFactor',
  'createToken',
  'departToSingleSignOn',
  'readCalendar',
  'removeSecondFactor',
  'renewRecoveryCodes',
  'signIn',
  'signInWithCode',
]
/** What anybody may ask for as often as they like: it reads no row, or one that is kept. */
const FREE = ['getHealth', 'getOpenApi', 'getReadiness', 'getSignInOptions']

it('answers 429 with the seconds to wait at every edge where something can be tried', async () => {
  const { paths } = (await app.inject({ url: '/api/openapi.json' })).json() as {
    paths: Record<string, Record<string, { operationId: string; responses: object }>>
  }
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods))
  const limited = operations
    .filter(({ responses }) => '429' in responses)
    .map(({ operationId }) => operationId)
  expect(limited.sort()).toEqual(LIMITED)
  const open = app.routeTable.filter(({ permission }) => permission === 'public')
  expect(
    open
      .map(({ operationId }) => operationId)
      .filter((id) => !limited.includes(id))
      .sort(),
  ).toEqual(FREE)
  for (const { method, path, operationId } of app.routeTable.filter((each) =>
    limited.includes(each.operationId),
  )) {
    const from = `10.9.0.${limited.indexOf(operationId) + 1}`
    const ask = () =>
      app.inject({
        method: method as 'POST',
        url: path.replace(':token', 'x').replaceAll(/:\w+/g, '01900000-0000-7000-8000-000000000000'),
        headers: { ...headers, 'x-forwarded-for': from },
        ...(method !== 'GET' && method !== 'DELETE' && { payload: {} }),
      })
    let answer = await ask()
    for (let count = 1; count <= 60 && answer.statusCode !== 429; count++) answer = await ask()
    expect({ operationId, status: answer.statusCode }).toEqual({ operationId, status: 429 })
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(60)
    expect(answer.json()).toMatchObject({ code: 'kernel.too-many-requests' })
  }
})

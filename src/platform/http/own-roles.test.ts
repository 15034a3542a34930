import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { modules } from '../../apps/modules.ts'
import { CITY_ROLES, type Scope } from '../../kernel/permissions.ts'
import { addAccount, type SignedInBrowser, signInOver } from '../../modules/identity/testing.ts'
import { permissionTable } from '../permissions.ts'
import { openTestCity, type TestCity } from '../testing/index.ts'
import type { QuarterdeckServer } from './build-server.ts'

/** Roles that a city makes itself: `roles.test.ts` asks the eight built-in ones. */
let city: TestCity
let app: QuarterdeckServer
let administrator: SignedInBrowser
let clerk: SignedInBrowser
const table = permissionTable(modules)

beforeAll(async () => {
  city = await openTestCity()
  app = await city.http()
  await addAccount(city.asSystem(), { role: 'security-admin' })
  administrator = await signInOver(app, 'security-admin')
  await addAccount(city.asSystem(), { role: 'liaison', username: 'clerk', unitId: city.unitId('qingdu') })
  clerk = await signInOver(app, 'clerk')
  const { assignments } = (await grant('GET', `/api/accounts/${clerk.session.user.id}/holdings`)) as {
    assignments: { id: string }[]
  }
  for (const { id } of assignments) await takeBack(id)
})
afterAll(() => city?.close())

async function grant(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object): Promise<unknown> {
  const { headers } = administrator
  const response = await app.inject({ method, url, headers, ...(payload && { payload }) })
  expect(response.statusCode, response.body).toBeLessThan(300)
  return response.body ? response.json() : undefined
}
const takeBack = (id: string) => grant('DELETE', `/api/accounts/${clerk.session.user.id}/assignments/${id}`)

/** What a role of each kind may be given: nothing of the administrators', and only within its unit where a module limits it. */
const GIVEN = Object.entries(table).flatMap(([permission, byRole]) => {
  const roles = Object.keys(byRole)
  if (roles.length === 0 || roles.some((role) => role.endsWith('-admin'))) return []
  return [
    { permission, scopes: (Object.values(byRole).includes('own') ? ['any', 'own'] : ['any']) as Scope[] },
  ]
})

const drawnRole = fc
  .record({
    basis: fc.constantFrom(...CITY_ROLES),
    some: fc.subarray(GIVEN, { minLength: 1, maxLength: 12 }),
    isOwn: fc.boolean(),
  })
  .map(({ basis, some, isOwn }) => {
    const permissions: Record<string, Scope> = {}
    const give = (permission: string) => {
      const scopes = GIVEN.find((each) => each.permission === permission)?.scopes
      if (scopes) permissions[permission] = isOwn ? scopes.at(-1)! : 'any'
    }
    // Whoever works in a module reads it.
    for (const { permission } of some) [`${permission.split('.')[0]}.read`, permission].forEach(give)
    return { basis, permissions }
  })

const urlOf = (path: string) =>
  path.replace(':unitId', city.unitId('qingdu')).replaceAll(/:\w+/g, '01900000-0000-7000-8000-000000000000')

/** A quarter of the routes, another each time, against what the role was given, and nothing else of what the server knows. */
async function enters(permissions: Readonly<Record<string, Scope>>, turn: number): Promise<void> {
  const routes = app.routeTable.filter(
    ({ operationId }, at) => at % 4 === turn % 4 || operationId === 'getHome',
  )
  for (const { method, path, permission, operationId } of routes) {
    if (['signIn', 'signInWithCode', 'signOut', 'endOtherSessions'].includes(operationId)) continue
    const { headers } = clerk
    const { statusCode: status, body } = await app.inject({
      method: method as 'GET',
      url: urlOf(path),
      headers,
    })
    const isOpen = permission === 'public' || permission === 'signed-in' || permission in permissions
    const at = { method, path, permission, answer: body.slice(0, 300) }
    const missing = status === 403 ? (JSON.parse(body).details.permission as string) : undefined
    if (!isOpen) expect({ ...at, missing }).toEqual({ ...at, missing: permission })
    // Behind its door a route may read another room, and says which permission that takes; what is everybody's does not.
    else if (missing !== undefined)
      expect({ ...at, isHeld: missing in permissions, isOpen: !permission.includes('.') }).toEqual({
        ...at,
        isHeld: false,
        isOpen: false,
      })
    expect({ ...at, status }).not.toMatchObject({ status: 500 })
  }
}

it('lets whoever holds a role of the city into the routes of its permissions, and into no other', async () => {
  let count = 0
  await fc.assert(
    fc.asyncProperty(drawnRole, async ({ basis, permissions }) => {
      const names = { 'zh-CN': `自设${++count}`, en: `Own ${count}` }
      const { key } = (await grant('POST', '/api/roles', { basis, names, permissions })) as { key: string }
      const days = { fromOn: null, untilOn: null }
      const url = `/api/accounts/${clerk.session.user.id}/assignments`
      const { id } = (await grant('POST', url, { role: key, unitId: null, ...days })) as { id: string }
      await enters(permissions, count)
      await takeBack(id)
    }),
    // The page that opens first was refused to whoever reads reviews without reports.
    {
      numRuns: 4,
      endOnFailure: true,
      examples: [[{ basis: 'auditor', permissions: { 'reviews.read': 'any' } }]],
    },
  )
  await enters({}, 0)
}, 60_000)

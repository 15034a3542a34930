import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '../../apps/modules.ts'
import { openTestCity, type TestCity } from '../testing/index.ts'
import { buildServer, type QuarterdeckServer } from './build-server.ts'
import { routeTablePage } from './route-table-page.ts'
import { probeModule } from './testing.ts'

interface Operation {
  operationId?: string
  summary?: string
  tags?: string[]
  security?: unknown[]
  requestBody?: { content: Record<string, { schema: { properties?: object } }> }
  responses: Record<string, { content?: Record<string, { schema: object }> }>
}

let city: TestCity
let app: QuarterdeckServer
let operations: Record<string, Record<string, Operation>>

beforeAll(async () => {
  city = await openTestCity()
  const { database, clock } = city
  app = await buildServer({ database, clock, modules: [...modules, probeModule], strict: true })
  const response = await app.inject({ url: '/api/openapi.json' })
  expect(response.json().openapi).toBe('3.1.0')
  operations = response.json().paths
})
afterAll(async () => {
  await app?.close()
  await city?.close()
})

const operationOf = (route: { method: string; path: string }) =>
  operations[route.path.replaceAll(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()]

describe('the OpenAPI document', () => {
  it('has every route, with operation id, summary, tag, and its problems', () => {
    for (const route of app.routeTable) {
      const operation = operationOf(route)
      expect(operation, `${route.method} ${route.path}`).toMatchObject({
        operationId: route.operationId,
        summary: expect.any(String),
        tags: [expect.any(String)],
      })
      expect(operation!.responses['500']!.content).toHaveProperty(['application/problem+json'])
    }
  })

  it('has no route that the server does not have', () => {
    const count = Object.values(operations).flatMap((path) => Object.keys(path)).length
    expect(count).toBe(app.routeTable.length)
  })

  /** Behind a permission, and still not for a program. */
  const PERSONAL = ['makeCalendarFeed', 'revokeCalendarFeed']

  it('says which routes need a session', () => {
    for (const route of app.routeTable) {
      // A token opens what a permission guards; what is personal takes the person's own session.
      const isPersonal = route.permission === 'signed-in' || PERSONAL.includes(route.operationId)
      const expected = isPersonal ? [{ session: [] }] : [{ session: [] }, { token: [] }]
      expect(operationOf(route)!.security).toEqual(route.permission === 'public' ? [] : expected)
    }
  })

  it('shows an upload as a form with a file', () => {
    const { requestBody } = operationOf({ method: 'POST', path: '/api/probe/file' })!
    const { schema } = requestBody!.content['multipart/form-data']!
    expect(schema).toMatchObject({ properties: { file: { type: 'string', format: 'binary' } } })
  })
})

it('docs/routes.md tells every route with its permission (node tools/write-route-table.ts)', () => {
  const routes = app.routeTable.filter(({ path }) => !path.startsWith('/api/probe'))
  const page = readFileSync(new URL('../../../docs/routes.md', import.meta.url), 'utf8')
  expect(page).toBe(routeTablePage(routes))
})

import type { FastifyInstance, RouteOptions } from 'fastify'
import type { PermissionTable } from '../../kernel/permissions.ts'
import { PROBLEM_TYPE, Problem } from './problem.ts'

export interface RouteEntry {
  method: string
  path: string
  permission: string
  operationId: string
}

interface RouteSchema {
  operationId?: string
  summary?: string
  params?: unknown
  querystring?: unknown
  hide?: boolean
  response?: Record<string, unknown>
}

/**
 * What every route must bring, checked as it registers: a permission that a module declares, an operation id
 * that no other route has, a summary, its responses. The problems it can answer with are added here.
 */
export function routeRules(app: FastifyInstance, permissions: PermissionTable): RouteEntry[] {
  const routes: RouteEntry[] = []
  app.addHook('onRoute', (route) => {
    const schema = (route.schema ?? {}) as RouteSchema
    if (schema.hide) return
    const entry = entryOf(route, schema)
    const at = `Route ${entry.method} ${entry.path}`
    const isKnown = ['public', 'signed-in'].includes(entry.permission) || entry.permission in permissions
    if (!isKnown) throw new Error(`${at} has the permission "${entry.permission}", should be a declared one`)
    if (route.config?.reads && entry.method !== 'GET') throw new Error(`${at} writes, so it reads no replica`)
    if (!entry.operationId || !schema.summary || !schema.response) {
      throw new Error(`${at} should have schema.operationId, schema.summary and schema.response`)
    }
    if (routes.some(({ operationId }) => operationId === entry.operationId)) {
      throw new Error(`${at} has the operationId "${entry.operationId}" of another route`)
    }
    const problems = problemStatuses(route, schema).map((status) => [status, PROBLEM_RESPONSE])
    route.schema = { ...schema, response: { ...Object.fromEntries(problems), ...schema.response } }
    routes.push(entry)
  })
  return routes
}

const PROBLEM_RESPONSE = { description: 'Problem', content: { [PROBLEM_TYPE]: { schema: Problem } } }

function entryOf(route: RouteOptions, schema: RouteSchema): RouteEntry {
  return {
    method: String(route.method),
    path: route.url,
    permission: route.config?.permission ?? '',
    operationId: schema.operationId ?? '',
  }
}

/** The ways in which a request of this shape can fail before and inside its handler. */
function problemStatuses(route: RouteOptions, schema: RouteSchema): number[] {
  const isWrite = route.method !== 'GET'
  const isGuarded = route.config?.permission !== 'public'
  return [
    400,
    ...(isGuarded ? [401] : []),
    ...(isGuarded || isWrite ? [403] : []),
    ...(isWrite || schema.params || schema.querystring ? [404] : []),
    ...(isWrite ? [409, 413, 415] : []),
    ...(route.config?.rateLimit ? [401, 429] : []),
    500,
    503,
    ...(isWrite ? [507] : []),
  ]
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import { forbidden, unauthenticated } from '../../kernel/errors.ts'
import { createContext, type Database, type Trail } from '../database/index.ts'
import { localeOf } from '../i18n/index.ts'
import type { Module } from '../module.ts'
import { actorOf, actorOfToken, subtreesOf } from '../permissions.ts'
import { listTenants, type Tenant } from '../tenants/index.ts'
import { readBearer } from './bearer-token.ts'
import { checkCsrfToken, checkOrigin, csrfTokenOf } from './csrf.ts'
import { nobody } from './nobody.ts'
import { ownWrites, trailOf } from './own-writes.ts'
import { clearSessionCookie, readSessionCookie, setSessionCookie } from './session-cookie.ts'
import { tokenLimit } from './token-limit.ts'
import type { OpenSession } from './types.ts'

interface Host {
  database: Database
  modules: readonly Module[]
  clock: Clock
}

/** Who asks is always asked of the primary: an account that was disabled is out at once. */
const LOOK_UP: Trail = { isRead: true, mayLag: false }

/**
 * Before every route: who asks, in which language, and whether the route's permission lets them in.
 * Which rows they may touch is checked again in commands and by row-level security.
 */
export function sessions(app: FastifyInstance, host: Host): void {
  const { modules } = host
  const contextOf = (request: FastifyRequest, tenantId: string, actor: Context['actor'], trail: Trail) =>
    createContext({ ...host, tenantId, actor, locale: request.locale, requestId: request.id, trail })
  const trailFor = (request: FastifyRequest): Trail => {
    request.trail ??= trailOf(request, host.database)
    return request.trail
  }
  const findHolder = modules.find((module) => module.findSessionAccount)?.findSessionAccount
  /** A tenant is made once and never changes. */
  const tenants = new Map<string, Tenant>()
  /** Without an id the first that was made, which is the only one of a usual installation. */
  const findTenant = async (id?: string): Promise<Tenant | undefined> => {
    const known = id === undefined ? undefined : tenants.get(id)
    if (known) return known
    for (const tenant of await listTenants(host.database)) {
      tenants.set(tenant.id, tenant)
      if (id === undefined || tenant.id === id) return tenant
    }
    return undefined
  }
  const findTokenHolder = modules.find((module) => module.findTokenHolder)?.findTokenHolder
  const limitToken = tokenLimit(app)

  /** Makes the session of the token the request's own; undefined when it has ended or never was. */
  async function enter(
    request: FastifyRequest,
    tenant: Tenant,
    token: string,
  ): Promise<OpenSession | undefined> {
    const before = contextOf(request, tenant.id, nobody, { ...LOOK_UP })
    const found = await before.transaction(async (tx) => {
      const holder = await findHolder?.(before, tx, token)
      return holder && { ...holder, subtrees: await subtreesOf(modules, tx, holder.account) }
    })
    if (!found) return undefined
    const { sessionId: id, account, duties, subtrees } = found
    const allowed = duties.length > 0 ? { ...account, roles: [], held: [] } : account
    const actor = actorOf(modules, allowed, subtrees)
    request.context = contextOf(request, tenant.id, actor, trailFor(request))
    request.session = { id, account, duties, tenant, token, csrfToken: csrfTokenOf(token) }
    return request.session
  }

  /** Makes the context that of a token's holder, with the part of the permissions that the token was given. */
  async function enterByToken(request: FastifyRequest, header: string): Promise<void> {
    const bearer = readBearer(header)
    const tenant = bearer && (await findTenant(bearer.tenantId))
    if (!tenant) throw unauthenticated('kernel.token-refused')
    const before = contextOf(request, tenant.id, nobody, { ...LOOK_UP })
    const found = await before.transaction(async (tx) => {
      const holder = await findTokenHolder?.(before, tx, bearer.secret)
      return holder && { ...holder, subtrees: await subtreesOf(modules, tx, holder.account) }
    })
    if (!found) throw unauthenticated('kernel.token-refused')
    await limitToken(request, found.tokenId)
    request.context = contextOf(request, tenant.id, actorOfToken(modules, found), trailFor(request))
  }

  app.decorateRequest('locale', 'zh-CN')
  app.decorateRequest('session', undefined)
  app.decorateRequest('context', null as unknown as Context)
  ownWrites(app, host.database)

  app.addHook('onRequest', async (request) => {
    request.locale = localeOf(request.headers['accept-language'])
    const { permission, withoutTenant, evenWithDuties, byPersonOnly } = request.routeOptions.config
    if (permission === undefined || withoutTenant) return
    const isWrite = request.method !== 'GET' && request.method !== 'HEAD'
    const { authorization } = request.headers
    // A page of another origin cannot make a browser send this header: a token needs neither origin nor CSRF token.
    if (authorization?.startsWith('Bearer ') && permission !== 'public') {
      await enterByToken(request, authorization)
      if (permission === 'signed-in' || byPersonOnly) throw forbidden('kernel.not-by-token')
      checkPermission(request, permission)
      return
    }
    if (isWrite) checkOrigin(request)
    if (permission === 'public') {
      const tenant = await findTenant()
      request.context = contextOf(request, tenant?.id ?? '', nobody, trailFor(request))
      return
    }
    const cookie = readSessionCookie(request)
    const tenant = cookie && (await findTenant(cookie.tenantId))
    const session = tenant && (await enter(request, tenant, cookie.token))
    if (!session) throw unauthenticated('kernel.signed-out')
    if (isWrite) checkCsrfToken(request, session.csrfToken)
    const [duty] = session.duties
    if (duty !== undefined && !evenWithDuties) throw forbidden('kernel.duty-first', { duty })
    if (permission !== 'signed-in') checkPermission(request, permission)
  })

  app.decorateReply('openSession', async function (this: FastifyReply, token: string) {
    const tenant = await findTenant(this.request.context.tenantId)
    const session = tenant && (await enter(this.request, tenant, token))
    if (!session) throw unauthenticated('kernel.signed-out')
    setSessionCookie(this, tenant.id, token)
    return session
  })
  app.decorateReply('closeSession', function (this: FastifyReply) {
    clearSessionCookie(this)
  })
}

/** @throws `kernel.forbidden` */
function checkPermission(request: FastifyRequest, permission: string): void {
  if (request.context.actor.grants.permissions[permission] === undefined) {
    throw forbidden('kernel.forbidden', { permission })
  }
}

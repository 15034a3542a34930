import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookieName } from './cookie-name.ts'

const NAME = 'quarterdeck-session'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The cookie carries the tenant beside the secret, because no row can be read before the tenant is known. */
export function readSessionCookie(request: FastifyRequest): { tenantId: string; token: string } | undefined {
  const [tenantId = '', token = ''] = (request.cookies[cookieName(request, NAME)] ?? '').split('.')
  return UUID.test(tenantId) && /^[\w-]{43}$/.test(token) ? { tenantId, token } : undefined
}

/** Ends with the browser; the server ends it earlier (identity, `SESSION_LIMITS`). */
export function setSessionCookie(reply: FastifyReply, tenantId: string, token: string): void {
  reply.setCookie(cookieName(reply.request, NAME), `${tenantId}.${token}`, options(reply))
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(cookieName(reply.request, NAME), options(reply))
}

const options = (reply: FastifyReply) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: reply.request.protocol === 'https',
})

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { forbidden } from '../../kernel/errors.ts'

/**
 * The token that a write must bring in `x-csrf-token`, derived from the session's secret: a page of another
 * origin can make the browser send the cookie but can read neither the cookie nor this.
 */
export function csrfTokenOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('quarterdeck csrf').digest('base64url')
}

/**
 * A browser names the page that a write comes from; it must be ours. Programs other than browsers send neither header.
 * @throws `kernel.csrf-refused`
 */
export function checkOrigin(request: FastifyRequest): void {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  const isOurs = origin === undefined || origin === `${request.protocol}://${request.host}`
  const isCrossSite = site === 'cross-site' || site === 'same-site'
  if (!isOurs || isCrossSite) throw forbidden('kernel.csrf-refused', { reason: 'origin' })
}

/** @throws `kernel.csrf-refused` when the header does not carry the session's token. */
export function checkCsrfToken(request: FastifyRequest, expected: string): void {
  const given = request.headers['x-csrf-token']
  const [a, b] = [Buffer.from(typeof given === 'string' ? given : ''), Buffer.from(expected)]
  if (a.length !== b.length || !timingSafeEqual(a, b)) {
    throw forbidden('kernel.csrf-refused', { reason: 'x-csrf-token' })
  }
}

import { randomBytes } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { contentPolicy } from './security-headers.ts'

const PLACE = 'STYLE-NONCE'

/** Sends the screens' page: with a nonce of its own, which the policy of this answer asks of every style element. */
export function sendPageWithNonce(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(18).toString('base64url')
  return reply
    .header('cache-control', 'no-cache')
    .header('content-security-policy', contentPolicy(nonce))
    .type('text/html; charset=utf-8')
    .send(page.replaceAll(PLACE, nonce))
}

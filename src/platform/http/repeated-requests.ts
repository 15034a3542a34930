import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { conflict, invalid } from '../../kernel/errors.ts'
import { claimFor, findKeptAnswer, type RequestClaim, saveAnswer } from '../request-key/index.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Of a write that came with a key that nobody has used. */
    claim: RequestClaim | undefined
  }
}

/** Printable, without blanks: a UUID, a ULID, whatever a program numbers its requests by. */
const KEY = /^[\x21-\x7e]{8,128}$/

/** Of an answer that is kept; what is longer is told as not kept. */
const LONGEST_ANSWER = 256 * 1024

/**
 * A client that gets no answer cannot know whether its write stands. With an `Idempotency-Key` it sends the same again
 * under the same key: what was carried out is answered from the record, what was not is carried out now
 * (draft-ietf-httpapi-idempotency-key-header). Keys are the sender's own, for a day.
 */
export function repeatedRequests(app: FastifyInstance): void {
  app.decorateRequest('claim', undefined)
  app.addHook('preHandler', async (request, reply) => {
    const key = keyOf(request)
    if (key === undefined) return
    const fingerprint = fingerprintOf(request)
    const { context } = request
    const kept = await context.transaction((tx) => findKeptAnswer(tx, context, key))
    if (!kept) {
      request.claim = { key, fingerprint, requestId: request.id }
      if (!request.routeOptions.config.isInParts) claimFor(context, request.claim)
      return
    }
    if (kept.fingerprint !== fingerprint) throw invalid('kernel.key-of-another-request', { key })
    if (kept.status === null || kept.answer === null) throw conflict('kernel.answer-not-kept', { key })
    return replay(reply, kept.status, kept.answer)
  })

  app.addHook('onSend', async (request, reply, payload) => {
    const { claim, context } = request
    if (!claim || reply.statusCode >= 300) return payload
    const answer = request.routeOptions.config.answerIsSecret ? null : textOf(payload)
    // The write stands already: that its answer could not be kept must not turn it into a failure.
    await context
      .transaction((tx) => saveAnswer(tx, context, { ...claim, status: reply.statusCode, answer }))
      .catch((error: Error) =>
        request.log.error({ id: request.id, reason: error.message }, 'answer not kept'),
      )
    return payload
  })
}

/** @throws `kernel.malformed-key` */
function keyOf(request: FastifyRequest): string | undefined {
  const { permission } = request.routeOptions.config
  const isWrite = request.method !== 'GET' && request.method !== 'HEAD'
  const key = request.headers['idempotency-key']
  if (!isWrite || key === undefined || permission === undefined || permission === 'public') return undefined
  if (typeof key !== 'string' || !KEY.test(key)) throw invalid('kernel.malformed-key')
  return key
}

/** An upload is told by its length alone: it is not read yet. */
function fingerprintOf({ method, url, body, headers }: FastifyRequest): string {
  const what = body === undefined ? (headers['content-length'] ?? '') : JSON.stringify(body)
  return createHash('sha256').update(`${method}\n${url}\n${what}`).digest('hex')
}

/** Undefined for what flows and for what is too long. */
function textOf(payload: unknown): string | null {
  if (payload === undefined || payload === null) return ''
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return null
  return payload.length > LONGEST_ANSWER ? null : payload.toString()
}

/** As it was written then, past the route's serializer. */
function replay(reply: FastifyReply, status: number, answer: string): FastifyReply {
  reply.code(status).header('idempotency-replayed', 'true')
  if (answer === '') return reply.send()
  return reply
    .type('application/json; charset=utf-8')
    .serializer((text: unknown) => text as string)
    .send(answer)
}

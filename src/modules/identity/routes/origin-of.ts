import type { FastifyRequest } from 'fastify'
import type { Origin } from '../count-tries.ts'

/** Where the request comes from: the address as the trusted proxy says it, the browser as it calls itself. */
export function originOf(request: FastifyRequest): Origin {
  return { address: request.ip, userAgent: request.headers['user-agent'] ?? '' }
}

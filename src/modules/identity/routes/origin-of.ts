import type { FastifyRequest } from 'fastify'
import type { Origin } from '../count-tries.ts'
import { readBrowserMark } from './browser-cookie.ts'

/**
 * Where the request comes from: the address as the trusted proxy says it, the browser as it calls itself, and what it keeps
 * from an earlier sign-in.
 */
export function originOf(request: FastifyRequest): Origin {
  const userAgent = request.headers['user-agent'] ?? ''
  return { address: request.ip, userAgent, browser: readBrowserMark(request) }
}

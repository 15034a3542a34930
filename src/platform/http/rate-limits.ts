import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../database/index.ts'
import { rateCounts } from './rate-counts.ts'

/**
 * For routes with `config.rateLimit` only: each address gets so many tries a minute, at all processes together (OWASP ASVS
 * 5.0, 6.3.1).
 */
export async function rateLimits(app: FastifyInstance, database: Database): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    store: rateCounts(database),
    errorResponseBuilder: (_request, { ttl }) =>
      Object.assign(new Error('Too many requests'), { statusCode: 429, seconds: Math.ceil(ttl / 1000) }),
  })
}

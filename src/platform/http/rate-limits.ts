import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'

/** For routes with `config.rateLimit` only: each address gets so many tries a minute (OWASP ASVS 5.0, 6.3.1). */
export async function rateLimits(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) =>
      Object.assign(new Error('Too many requests'), { statusCode: 429, seconds: Math.ceil(ttl / 1000) }),
  })
}

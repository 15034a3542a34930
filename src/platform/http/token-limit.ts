import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Requests of one token in a minute, at all processes together. */
const REQUESTS_PER_MINUTE = 300

/** Slows one token down, whatever addresses it comes from; throws what the error page answers with 429. */
export function tokenLimit(
  app: FastifyInstance,
): (request: FastifyRequest, tokenId: string) => Promise<void> {
  const ids = new WeakMap<FastifyRequest, string>()
  let check: ReturnType<FastifyInstance['createRateLimit']> | undefined
  return async (request, tokenId) => {
    ids.set(request, tokenId)
    // The plugin registers after the hooks that call this.
    check ??= app.createRateLimit({
      max: REQUESTS_PER_MINUTE,
      timeWindow: 60_000,
      keyGenerator: (each) => ids.get(each) ?? '',
    })
    const limit = await check(request)
    if (limit.isAllowed || !limit.isExceeded) return
    throw Object.assign(new Error('Too many requests'), { statusCode: 429, seconds: limit.ttlInSeconds })
  }
}

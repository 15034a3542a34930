import type { FastifyInstance } from 'fastify'
import { invalid } from '../../kernel/errors.ts'

/**
 * PostgreSQL keeps no zero character, and no half of a surrogate pair: a request that brings one is refused here
 * and not by the database in the middle of a write.
 */
export function onlyStorableText(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ query, body }) => {
    if (![query, body].every(isStorable)) throw invalid('kernel.malformed-text')
  })
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\u0000') && value.isWellFormed()
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return true
  return Object.entries(value).every(([key, each]) => isStorable(key) && isStorable(each))
}

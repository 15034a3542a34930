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

/** Without recursion: a body may be nested deeper than any stack. */
export function isStorable(value: unknown): boolean {
  const left = [value]
  while (left.length > 0) {
    const each = left.pop()
    if (typeof each === 'string' && (each.includes('\u0000') || !each.isWellFormed())) return false
    if (typeof each !== 'object' || each === null || Buffer.isBuffer(each)) continue
    for (const key of Object.keys(each)) left.push(key, (each as Record<string, unknown>)[key])
  }
  return true
}

import type { FastifySerializerCompiler } from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import type { z } from 'zod'

/**
 * Checks an answer against its schema and writes it as JSON; one that was kept (platform/answers) and is handed out
 * again as the same object, once. Answers that are kept are never changed, and their text goes when they go.
 */
export const serializeOnce: FastifySerializerCompiler<z.ZodType> = (route) => {
  const serialize = serializerCompiler(route)
  const written = new WeakMap<object, string>()
  return (answer: unknown) => {
    if (typeof answer !== 'object' || answer === null) return serialize(answer)
    const known = written.get(answer)
    if (known !== undefined) return known
    const text = serialize(answer)
    written.set(answer, text)
    return text
  }
}

import type { FastifySerializerCompiler } from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import type { z } from 'zod'

/**
 * Checks an answer against its schema and writes it as the bytes of its JSON; one that was kept (platform/answers) and
 * is handed out again as the same object, once. Answers that are kept are never changed, and their bytes go when they
 * go. Bytes, because a text of Chinese would be encoded anew each time it is sent.
 */
export const serializeOnce: FastifySerializerCompiler<z.ZodType> = (route) => {
  const serialize = serializerCompiler(route)
  const written = new WeakMap<object, Buffer>()
  const bytesOf = (answer: object): Buffer => {
    const bytes = written.get(answer) ?? Buffer.from(serialize(answer))
    written.set(answer, bytes)
    return bytes
  }
  // Fastify sends bytes as it sends text; only its type does not say so.
  return (answer: unknown) =>
    typeof answer === 'object' && answer !== null ? (bytesOf(answer) as unknown as string) : serialize(answer)
}

import type { FastifyInstance, FastifySchema } from 'fastify'
import { z } from 'zod'

/** A body that may come in several types, each with its schema. */
export interface BodyByType {
  content: Record<string, { schema: z.ZodType }>
}

export const isByType = (body: FastifySchema['body']): body is BodyByType =>
  typeof body === 'object' && body !== null && !(body instanceof z.ZodType) && 'content' in body

/** Fastify does not validate a body of a type that the route does not name, nor a missing one: refuse it. */
export function onlyDeclaredBodyTypes(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    const body = request.routeOptions.schema?.body
    if (!isByType(body)) return
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''
    if (Object.hasOwn(body.content, type)) return
    throw Object.assign(new Error(type), { code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE', statusCode: 415 })
  })
}

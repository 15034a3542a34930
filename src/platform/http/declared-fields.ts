import type { FastifyInstance, FastifySchema } from 'fastify'
import { z } from 'zod'
import { isByType } from './body-types.ts'

/**
 * A parameter or a field that a route does not declare is refused by name, never dropped: whoever misspells
 * `dueBefore` would otherwise get the answer to another question. Said here once, for every route's own object;
 * the objects inside it say it for themselves.
 */
export function onlyDeclaredFields(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (!route.schema || route.schema.hide) return
    const { querystring = z.object({}), body } = route.schema
    route.schema = {
      ...route.schema,
      querystring: strict(querystring),
      ...(body ? { body: strictBody(body) } : {}),
    }
  })
}

function strictBody(body: FastifySchema['body']): unknown {
  if (!isByType(body)) return strict(body)
  const content = Object.entries(body.content).map(([type, { schema }]) => [type, { schema: strict(schema) }])
  return { ...body, content: Object.fromEntries(content) }
}

function strict<T>(schema: T): T | z.ZodObject {
  const declaresItself = !(schema instanceof z.ZodObject) || schema.def.catchall !== undefined
  return declaresItself ? schema : schema.strict()
}

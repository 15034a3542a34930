import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifySchema } from 'fastify'
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { isByType } from './body-types.ts'
import { Problem } from './problem.ts'

/** The API as OpenAPI 3.1, written from the schemas that the routes validate and serialize with. */
export async function openApi(app: FastifyInstance, version: string): Promise<void> {
  // The one answer that all operations share is written once; a registry of this server's own, not zod's global one.
  const schemaRegistry = z.registry<{ id: string }>()
  schemaRegistry.add(Problem, { id: 'Problem' })
  const jsonSchemaTransform = createJsonSchemaTransform({ schemaRegistry })
  await app.register(swagger, {
    transformObject: createJsonSchemaTransformObject({ schemaRegistry }),
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Quarterdeck', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'quarterdeck-session' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    transform: (document) => {
      const { permission, byPersonOnly } = document.route.config ?? {}
      const given = document.schema ?? {}
      const { schema, url } = jsonSchemaTransform({
        ...document,
        schema: withoutBodyContent(given),
      })
      const byToken = permission === 'signed-in' || byPersonOnly ? [] : [{ token: [] }]
      const security = permission === 'public' ? [] : [{ session: [] }, ...byToken]
      return { schema: { ...schema, ...bodyContent(given), security }, url }
    },
  })
  let document: ReturnType<typeof app.swagger> | undefined
  app.get(
    '/api/openapi.json',
    {
      config: { permission: 'public', withoutTenant: true },
      schema: {
        operationId: 'getOpenApi',
        summary: 'This document',
        tags: ['platform'],
        response: { 200: z.looseObject({ openapi: z.literal('3.1.0') }) },
      },
    },
    () => {
      document ??= app.swagger()
      return document
    },
  )
}

/** A body that comes in several types (`content`) is left to us by the type provider. */
function withoutBodyContent(schema: FastifySchema): FastifySchema {
  return isByType(schema.body) ? { ...schema, body: undefined } : schema
}

function bodyContent({ body }: FastifySchema): FastifySchema {
  if (!isByType(body)) return {}
  const toJson = (type: z.ZodType) => z.toJSONSchema(type, { io: 'input', target: 'draft-2020-12' })
  const content = Object.entries(body.content).map(([type, part]) => [type, { schema: toJson(part.schema) }])
  return { body: { content: Object.fromEntries(content) } }
}

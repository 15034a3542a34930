import type { FastifyInstance } from 'fastify'

/** For tests: an answer with a status that the route does not declare fails, so that the OpenAPI document stays true. */
export function onlyDeclaredResponses(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const { config, schema } = request.routeOptions
    const declared = schema?.response as Record<string, unknown> | undefined
    if (config.permission === undefined || !declared || reply.statusCode in declared) return payload
    const at = `${request.method} ${request.routeOptions.url}`
    throw new Error(
      `${at} answered ${reply.statusCode}, which its schema does not declare: ${String(payload)}`,
    )
  })
}

import type { FastifyInstance } from 'fastify'

/**
 * On every answer, also a refused one: the number under which the log, slow queries and failed jobs speak of the request. Ours
 * only; what a request calls itself is not taken over.
 */
export function tellRequestIds(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
}

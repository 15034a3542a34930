import type { FastifyInstance } from 'fastify'
import type { Metrics } from '../operations/index.ts'

/** Counts each answer by its route's pattern, never by what was asked for: a path may name a person. */
export function countRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    metrics.request({
      method: request.method,
      route: request.is404 ? 'none' : (request.routeOptions.url ?? 'none'),
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    })
  })
}

import type { FastifyInstance } from 'fastify'
import type { Readiness } from '../operations/index.ts'

/**
 * Once the process has said that it leaves, each answer is the last of its connection: a client or a proxy that keeps
 * connections open turns to another process instead of meeting one that is being closed.
 */
export function closeWhenLeaving(app: FastifyInstance, readiness: Readiness): void {
  app.addHook('onSend', async (_request, reply) => {
    if (readiness.isLeaving) reply.header('connection', 'close')
  })
}

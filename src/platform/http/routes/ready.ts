import { z } from 'zod'
import type { HttpApp } from '../../module.ts'
import type { Readiness } from '../../operations/index.ts'

const State = z.object({
  ready: z.boolean(),
  checks: z.object({
    database: z.boolean(),
    migrations: z.boolean(),
    disk: z.boolean(),
    process: z.boolean(),
  }),
})

/** For a proxy in front of several processes: 503 takes this one out of turn. */
export function readyRoute(app: HttpApp, readiness: Readiness): void {
  app.get(
    '/api/ready',
    {
      config: { permission: 'public', withoutTenant: true },
      schema: {
        operationId: 'getReadiness',
        summary: 'Whether requests should be sent here: database, migrations, disk, not stopping',
        tags: ['platform'],
        response: { 200: State, 503: State },
      },
    },
    async (_request, reply) => {
      const state = await readiness.check()
      return reply.code(state.ready ? 200 : 503).send(state)
    },
  )
}

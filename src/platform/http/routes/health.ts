import { z } from 'zod'
import type { HttpApp } from '../../module.ts'

/** Answers as long as the process can serve: for start scripts and load balancers. */
export function healthRoute(app: HttpApp, version: string): void {
  app.get(
    '/api/health',
    {
      config: { permission: 'public', withoutTenant: true },
      schema: {
        operationId: 'getHealth',
        summary: 'Whether the server answers, and its version',
        tags: ['platform'],
        response: { 200: z.object({ ok: z.literal(true), version: z.string() }) },
      },
    },
    () => ({ ok: true as const, version }),
  )
}

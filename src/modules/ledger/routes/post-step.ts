import { z } from 'zod'
import type { Context } from '../../../kernel/context.ts'
import type { HttpApp } from '../../../platform/module.ts'
import { Item } from '../schema.ts'

interface StepRoute<Body extends z.ZodType> {
  /** The last part of `/api/items/:id/…`. */
  readonly path: string
  readonly operationId: string
  readonly summary: string
  readonly permission: string
  readonly body: Body
  readonly run: (context: Context, id: string, body: z.output<Body>) => Promise<Item>
}

/** One step of an item's life over HTTP: its body in, the item as it stands then out. */
export function postStep<Body extends z.ZodType>(app: HttpApp, route: StepRoute<Body>): void {
  const { path, operationId, summary, permission, body, run } = route
  app.post(
    `/api/items/:id/${path}`,
    {
      config: { permission },
      schema: {
        operationId,
        summary,
        tags: ['ledger'],
        params: z.object({ id: z.uuid() }),
        body,
        response: { 200: Item },
      },
    },
    (request) => run(request.context, request.params.id, request.body as z.output<Body>),
  )
}

import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { askExtension } from '../commands/extensions/ask-extension.ts'
import { decideExtension } from '../commands/extensions/decide-extension.ts'
import { AskExtension, DecideExtension, Item } from '../schema.ts'
import { postStep } from './post-step.ts'

/** Another deadline is asked for by one person and decided by another. */
export function extensionRoutes(app: HttpApp): void {
  postStep(app, {
    path: 'extensions',
    operationId: 'askExtension',
    summary: 'Ask for another deadline',
    permission: 'ledger.work',
    body: AskExtension,
    run: askExtension,
  })

  app.post(
    '/api/items/:id/extensions/:extensionId/decide',
    {
      config: { permission: 'ledger.approve' },
      schema: {
        operationId: 'decideExtension',
        summary: "Approve or refuse somebody else's request for another deadline",
        tags: ['ledger'],
        params: z.object({ id: z.uuid(), extensionId: z.uuid() }),
        body: DecideExtension,
        response: { 200: Item },
      },
    },
    ({ context, params: { id, extensionId }, body }) =>
      decideExtension(context, id, { ...body, extensionId }),
  )
}

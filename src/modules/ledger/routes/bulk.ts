import type { HttpApp } from '../../../platform/module.ts'
import { dispatchItems } from '../commands/bulk/dispatch-items.ts'
import { pressItems } from '../commands/bulk/press-items.ts'
import { BulkDispatch, BulkPress, BulkResult } from '../schema.ts'

const tags = ['ledger']
const config = { permission: 'ledger.dispatch', isInParts: true }
const response = { 200: BulkResult }

/** The same for many items: each succeeds or says why not. */
export function bulkRoutes(app: HttpApp): void {
  app.post(
    '/api/items/bulk/dispatch',
    {
      config,
      schema: {
        operationId: 'dispatchItems',
        summary: 'Dispatch many items at once',
        tags,
        body: BulkDispatch,
        response,
      },
    },
    ({ context, body }) => dispatchItems(context, body),
  )

  app.post(
    '/api/items/bulk/press',
    {
      config,
      schema: {
        operationId: 'pressItems',
        summary: 'Press many items at once',
        tags,
        body: BulkPress,
        response,
      },
    },
    ({ context, body }) => pressItems(context, body),
  )
}

import type { Context } from '../../../../kernel/context.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import type { BulkDispatch, BulkResult } from '../../schema.ts'
import { dispatchItem } from '../steps/dispatch-item.ts'
import { doInBulk } from './do-in-bulk.ts'

/** Dispatches many items at once, each with its own result. @throws `kernel.forbidden` */
export async function dispatchItems(ctx: Context, { ids, note }: BulkDispatch): Promise<BulkResult> {
  authorize(ctx, 'ledger.dispatch')
  return doInBulk(ctx, ids, (id) => dispatchItem(ctx, id, { duties: [], note }))
}

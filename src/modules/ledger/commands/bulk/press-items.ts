import type { Context } from '../../../../kernel/context.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import type { BulkPress, BulkResult } from '../../schema.ts'
import { pressItem } from '../press-item.ts'
import { doInBulk } from './do-in-bulk.ts'

/** Presses many items at once, each with its own result. @throws `kernel.forbidden` */
export async function pressItems(ctx: Context, { ids, text }: BulkPress): Promise<BulkResult> {
  authorize(ctx, 'ledger.dispatch')
  return doInBulk(ctx, ids, (id) => pressItem(ctx, id, { kind: 'press', text, answerBy: null }))
}

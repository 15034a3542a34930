import type { Context } from '../../../../kernel/context.ts'
import { CodedError } from '../../../../kernel/errors.ts'
import type { BulkResult } from '../../schema.ts'
import { sentenceOf } from '../../sentences.ts'
import { findNumbers } from '../../store/items.ts'

/**
 * Does the same to many items, each in a transaction of its own: what is refused is left out with its reason and stops
 * nothing else. An id that is given twice counts once.
 */
export async function doInBulk(
  ctx: Context,
  ids: readonly string[],
  work: (id: string) => Promise<unknown>,
): Promise<BulkResult> {
  const wanted = [...new Set(ids)]
  const numbers = await ctx.transaction((tx) => findNumbers(tx, wanted))
  const result: BulkResult = { done: [], skipped: [] }
  for (const id of wanted) {
    try {
      await work(id)
      result.done.push(id)
    } catch (error) {
      if (!(error instanceof CodedError)) throw error
      const sentence = sentenceOf(error, ctx.locale)
      result.skipped.push({ id, number: numbers.get(id) ?? null, code: error.code, sentence })
    }
  }
  return result
}

import type { Context } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { hashBlocks } from '../columns/hash-blocks.ts'
import type { CheckedVintage } from '../schema.ts'
import { readVintageBlocks } from '../store/read-blocks.ts'
import { findVintages } from '../store/vintages.ts'
import { presentVintage } from './present-vintage.ts'

/** Hashes what stands in a vintage again: whether it is what was published. @throws `indicators.no-such-vintage` */
export async function checkVintage(ctx: Context, number: number): Promise<CheckedVintage> {
  authorize(ctx, 'indicators.read')
  return ctx.transaction(async (tx) => {
    const [vintage] = await findVintages(tx, [number])
    if (!vintage) throw notFound('indicators.no-such-vintage', { number })
    const foundHash = hashBlocks(await readVintageBlocks(tx, number))
    return { ...presentVintage(vintage), foundHash, isWhole: foundHash === vintage.contentHash }
  })
}

import type { Context } from '../../../kernel/context.ts'
import { settleClosed as settle } from '../store/closed-tally.ts'

/** Every night: what closed since goes into the tally. It changes no count, only how long reading it takes. */
export async function settleClosed(ctx: Context): Promise<void> {
  await ctx.transaction(settle)
}

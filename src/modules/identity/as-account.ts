import type { Context } from '../../kernel/context.ts'
import type { PlainAccount } from '../../platform/module.ts'

/** The context with the account as its actor: signing in is journalled as done by the one who signs in. */
export function asAccount(ctx: Context, { id, name, roles, unitId }: PlainAccount): Context {
  const grants = { permissions: {} }
  return { ...ctx, actor: { userId: id, name, roles, unitId, grants } }
}

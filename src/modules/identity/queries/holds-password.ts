import type { Context } from '../../../kernel/context.ts'
import { isPassword } from '../passwords.ts'
import { findAccountByUsername } from '../store/accounts.ts'

/** Whether the account still has this password. Counts no try: for the installation's own use, not for a route. */
export async function holdsPassword(ctx: Context, username: string, password: string): Promise<boolean> {
  const account = await ctx.transaction((tx) => findAccountByUsername(tx, username))
  return isPassword(password, account?.passwordHash)
}

import type { Context, Tx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { skeleton } from '../../platform/names/index.ts'
import { listUsernames, lockUsernames } from './store/accounts.ts'

/**
 * No two user names may look the same on a screen: `dubanl` beside `duban1` is how one is taken for the other. Two that are
 * made at the same moment are made one after the other.
 * @throws `identity.username-alike` with the other name and the first character that differs
 */
export async function refuseAlike(ctx: Context, tx: Tx, username: string): Promise<void> {
  const other = await findAlike(ctx, tx, username)
  if (other === undefined) return
  const position = [...username].findIndex((sign, at) => sign !== [...other][at]) + 1
  const sign = `U+${[...username][position - 1]!.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
  throw conflict('identity.username-alike', { username, other, position, sign })
}

/** Another name that looks like this one; until the transaction ends nobody else makes one. */
export async function findAlike(ctx: Context, tx: Tx, username: string): Promise<string | undefined> {
  await lockUsernames(tx, ctx.tenantId)
  const wanted = skeleton(username)
  return (await listUsernames(tx)).find((each) => each !== username && skeleton(each) === wanted)
}

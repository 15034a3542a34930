import type { Tx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { skeleton } from '../../platform/names/index.ts'
import { listUsernames } from './store/accounts.ts'

/**
 * No two user names may look the same on a screen: `dubanl` beside `duban1` is how one is taken for the other.
 * @throws `identity.username-alike` with the other name and the first character that differs
 */
export async function refuseAlike(tx: Tx, username: string): Promise<void> {
  const wanted = skeleton(username)
  const other = (await listUsernames(tx)).find((each) => each !== username && skeleton(each) === wanted)
  if (other === undefined) return
  const position = [...username].findIndex((sign, at) => sign !== [...other][at]) + 1
  const sign = `U+${[...username][position - 1]!.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
  throw conflict('identity.username-alike', { username, other, position, sign })
}

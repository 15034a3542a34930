import type { Outbox, Waiting } from './outbox.ts'

/** How sending an entry ended: taken, refused with a sentence, or not reached the server. */
export type Sent =
  | { readonly is: 'taken' }
  | { readonly is: 'refused'; readonly sentence: string }
  | { readonly is: 'lost' }

/**
 * Sends what waits, in its order, until the server cannot be reached. Answers whether anything was taken,
 * and whether it ended because the server was not reached. A stop never
 * overtakes its start.
 */
export async function sendWaiting(
  outbox: Outbox,
  send: (entry: Waiting) => Promise<Sent>,
): Promise<{ isTaken: boolean; isLost: boolean }> {
  let isTaken = false
  for (const entry of outbox.all()) {
    if (entry.refusal !== undefined) continue
    const sent = await send(entry)
    if (sent.is === 'lost') return { isTaken, isLost: true }
    if (sent.is === 'refused') outbox.refuse(entry, sent.sentence)
    else outbox.remove(entry)
    isTaken ||= sent.is === 'taken'
  }
  return { isTaken, isLost: false }
}

import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../../kernel/context.ts'
import { openText, type SealedPlace, sealText } from '../../platform/sealed-text.ts'

/** From the last sign-in on. */
export const KNOWN_FOR_DAYS = 180
const DAY_MS = 24 * 3_600_000

const Mark = z.object({ id: z.string(), until: z.number() })

const placeOf = (username: string): SealedPlace => ({ purpose: 'known browser', owner: username })

/**
 * What a browser keeps after somebody has signed in with it: wrong tries of others at the same name do not lock it out
 * (OWASP, "Device cookies"). It proves nothing else.
 */
export function markBrowser(ctx: Context, username: string): string {
  const until = ctx.clock.now().getTime() + KNOWN_FOR_DAYS * DAY_MS
  return sealText(ctx, JSON.stringify({ id: randomUUID(), until }), placeOf(username))
}

/** Which browser of the username brings the mark; undefined when it is none, another's or too old. */
export function knownBrowser(ctx: Context, mark: string, username: string): string | undefined {
  try {
    const { id, until } = Mark.parse(JSON.parse(openText(ctx, mark, placeOf(username))))
    return until > ctx.clock.now().getTime() ? id : undefined
  } catch {
    return undefined
  }
}

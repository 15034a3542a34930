export interface Tries {
  failedAttempts: number
  lockedUntil: Date | null
  lastTriedAt: Date
}

interface LockOut {
  /** Tries that cost nothing but the answer "wrong". */
  freeTries: number
  longestLockMinutes: number
  /** A pause after which counting begins anew. */
  forgottenAfterMs: number
}

const MINUTE_MS = 60_000
const FIRST_LOCK_MINUTES = 1

/** Nothing is remembered longer. */
export const FORGOTTEN_AFTER_MS = 24 * 60 * MINUTE_MS

/** Of one username, whether it exists or not: the fifth wrong password locks it, at most for an hour. */
export const ACCOUNT_LOCK: LockOut = {
  freeTries: 5,
  longestLockMinutes: 60,
  forgottenAfterMs: FORGOTTEN_AFTER_MS,
}

/** Of one address, whichever names are tried: a whole office may stand behind it, so it is more patient. */
export const ADDRESS_LOCK: LockOut = {
  freeTries: 30,
  longestLockMinutes: 15,
  forgottenAfterMs: 15 * MINUTE_MS,
}

/** After the last free try one minute of waiting, then two, four … up to the longest. */
export function planFailure(tries: Tries, now: Date, lock: LockOut = ACCOUNT_LOCK): Tries {
  const pauseMs = now.getTime() - (tries.lockedUntil ?? tries.lastTriedAt).getTime()
  const count = (pauseMs > lock.forgottenAfterMs ? 0 : tries.failedAttempts) + 1
  if (count < lock.freeTries) return { failedAttempts: count, lockedUntil: null, lastTriedAt: now }
  const minutes = Math.min(FIRST_LOCK_MINUTES * 2 ** (count - lock.freeTries), lock.longestLockMinutes)
  const lockedUntil = new Date(now.getTime() + minutes * MINUTE_MS)
  return { failedAttempts: count, lockedUntil, lastTriedAt: now }
}

/** Whole minutes that a name or an address still waits, 0 when it is open. */
export function minutesLocked(lockedUntil: Date | null, now: Date): number {
  return lockedUntil ? Math.max(0, Math.ceil((lockedUntil.getTime() - now.getTime()) / MINUTE_MS)) : 0
}

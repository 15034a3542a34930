/** Tries that cost nothing but the answer "wrong". */
const FREE_TRIES = 5
const FIRST_LOCK_MINUTES = 1
const LONGEST_LOCK_MINUTES = 60

export interface Tries {
  failedAttempts: number
  lockedUntil: Date | null
}

/** After the fifth wrong password in a row the account waits a minute, then two, four … at most an hour. */
export function planFailure(failedAttempts: number, now: Date): Tries {
  const count = failedAttempts + 1
  if (count < FREE_TRIES) return { failedAttempts: count, lockedUntil: null }
  const minutes = Math.min(FIRST_LOCK_MINUTES * 2 ** (count - FREE_TRIES), LONGEST_LOCK_MINUTES)
  return { failedAttempts: count, lockedUntil: new Date(now.getTime() + minutes * 60_000) }
}

/** Whole minutes that an account still waits, 0 when it is open. */
export function minutesLocked(lockedUntil: Date | null, now: Date): number {
  return lockedUntil ? Math.max(0, Math.ceil((lockedUntil.getTime() - now.getTime()) / 60_000)) : 0
}

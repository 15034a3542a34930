const HOUR_MS = 3_600_000

/** Ended by two hours without a request, and by twelve in any case: one working day. */
export const SESSION_LIMITS = { idleMs: 2 * HOUR_MS, absoluteMs: 12 * HOUR_MS } as const

/** A request is noted at most this often, so that reading does not write each time. */
const NOTE_EVERY_MS = 60_000

export interface SessionTimes {
  lastSeenAt: Date
  expiresAt: Date
  endedAt: Date | null
}

export function isLive({ lastSeenAt, expiresAt, endedAt }: SessionTimes, now: Date): boolean {
  const isIdle = now.getTime() - lastSeenAt.getTime() > SESSION_LIMITS.idleMs
  return endedAt === null && now < expiresAt && !isIdle
}

export function shouldNote({ lastSeenAt }: SessionTimes, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() > NOTE_EVERY_MS
}

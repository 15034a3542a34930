/** A request is noted at most this often, so that reading does not write each time. */
const NOTE_EVERY_MS = 60_000

export interface SessionTimes {
  lastSeenAt: Date
  expiresAt: Date
  endedAt: Date | null
}

/** Neither ended, nor past its day, nor left alone for too long. */
export function isLive(
  { lastSeenAt, expiresAt, endedAt }: SessionTimes,
  now: Date,
  idleMinutes: number,
): boolean {
  const isIdle = now.getTime() - lastSeenAt.getTime() > idleMinutes * 60_000
  return endedAt === null && now < expiresAt && !isIdle
}

/** When a session that begins now ends however busy it is. */
export function sessionEnd(now: Date, sessionHours: number): Date {
  return new Date(now.getTime() + sessionHours * 3_600_000)
}

export function shouldNote({ lastSeenAt }: { lastSeenAt: Date | null }, now: Date): boolean {
  return lastSeenAt === null || now.getTime() - lastSeenAt.getTime() > NOTE_EVERY_MS
}

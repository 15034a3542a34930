import { expect, it } from 'vitest'
import { minutesLocked, planFailure } from './lock-out.ts'
import { isLive, SESSION_LIMITS, shouldNote } from './session-limits.ts'

const now = new Date('2024-04-10T02:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)

it('waits from the fifth failure in a row, twice as long each time, an hour at most', () => {
  const waits = Array.from({ length: 14 }, (_, failed) =>
    minutesLocked(planFailure(failed, now).lockedUntil, now),
  )
  expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60])
})

it('is open again when the time is up, and tells whole minutes until then', () => {
  const until = later(90_000)
  expect(minutesLocked(until, now)).toBe(2)
  expect(minutesLocked(until, later(89_999))).toBe(1)
  expect(minutesLocked(until, until)).toBe(0)
  expect(minutesLocked(null, now)).toBe(0)
})

it('ends a session by idleness, by age, and by sign-out', () => {
  const session = { lastSeenAt: now, expiresAt: later(SESSION_LIMITS.absoluteMs), endedAt: null }
  expect(isLive(session, later(SESSION_LIMITS.idleMs))).toBe(true)
  expect(isLive(session, later(SESSION_LIMITS.idleMs + 1))).toBe(false)
  expect(isLive({ ...session, lastSeenAt: session.expiresAt }, session.expiresAt)).toBe(false)
  expect(isLive({ ...session, endedAt: now }, now)).toBe(false)
})

it('notes a request once a minute', () => {
  const session = { lastSeenAt: now, expiresAt: later(1), endedAt: null }
  expect([0, 60_000, 60_001].map((ms) => shouldNote(session, later(ms)))).toEqual([false, false, true])
})

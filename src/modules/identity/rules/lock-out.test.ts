import { expect, it } from 'vitest'
import { ACCOUNT_LOCK, ADDRESS_LOCK, minutesLocked, planFailure, type Tries } from './lock-out.ts'
import { DEFAULT_SETTINGS } from './security-settings.ts'
import { isLive, sessionEnd, shouldNote } from './session-limits.ts'

const now = new Date('2024-04-10T02:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const failed = (failedAttempts: number): Tries => ({ failedAttempts, lockedUntil: null, lastTriedAt: now })

it('waits from the fifth failure in a row, twice as long each time, an hour at most', () => {
  const waits = Array.from({ length: 14 }, (_, count) =>
    minutesLocked(planFailure(failed(count), now).lockedUntil, now),
  )
  expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60])
})

it('is more patient with an address, and forgets it sooner', () => {
  const waitsAfter = (count: number) =>
    minutesLocked(planFailure(failed(count), now, ADDRESS_LOCK).lockedUntil, now)
  expect([28, 29, 30, 33, 50].map(waitsAfter)).toEqual([0, 1, 2, 15, 15])
  const after = later(ADDRESS_LOCK.forgottenAfterMs + 1)
  expect(planFailure(failed(40), after, ADDRESS_LOCK).failedAttempts).toBe(1)
  expect(planFailure(failed(40), after, ACCOUNT_LOCK).failedAttempts).toBe(41)
})

it('does not forget while it waits: a lock of an hour counts as trying', () => {
  const locked = { failedAttempts: 40, lockedUntil: later(900_000), lastTriedAt: now }
  expect(planFailure(locked, later(900_001), ADDRESS_LOCK).failedAttempts).toBe(41)
})

it('is open again when the time is up, and tells whole minutes until then', () => {
  const until = later(90_000)
  expect(minutesLocked(until, now)).toBe(2)
  expect(minutesLocked(until, later(89_999))).toBe(1)
  expect(minutesLocked(until, until)).toBe(0)
  expect(minutesLocked(null, now)).toBe(0)
})

it('ends a session by idleness, by age, and by sign-out', () => {
  const { idleMinutes, sessionHours } = DEFAULT_SETTINGS
  const session = { lastSeenAt: now, expiresAt: sessionEnd(now, sessionHours), endedAt: null }
  expect(isLive(session, later(idleMinutes * 60_000), idleMinutes)).toBe(true)
  expect(isLive(session, later(idleMinutes * 60_000 + 1), idleMinutes)).toBe(false)
  expect(isLive({ ...session, lastSeenAt: session.expiresAt }, session.expiresAt, idleMinutes)).toBe(false)
  expect(isLive({ ...session, endedAt: now }, now, idleMinutes)).toBe(false)
})

it('notes a request once a minute', () => {
  expect([0, 60_000, 60_001].map((ms) => shouldNote({ lastSeenAt: now }, later(ms)))).toEqual([
    false,
    false,
    true,
  ])
})

import type { LogPosition } from './log-position.ts'

/**
 * How far a standby must have come for its answers to be at most so old. It rests on positions that the primary named
 * and on one clock, ours: `pg_last_xact_replay_timestamp()` compares clocks of two machines, and stands still on a
 * quiet day.
 */
export interface LagFloor {
  /** The primary was asked at `atMs` and named this position; all that was committed before is behind it. */
  note(atMs: number, position: LogPosition): void
  /** Undefined while the primary has not answered within the limit: then nobody knows how old a standby is. */
  at(nowMs: number): LogPosition | undefined
  /** How old the answers of a standby are that has come so far, at most; undefined: older than is remembered. */
  ageMs(nowMs: number, replayed: LogPosition): number | undefined
}

/** Ages are told beyond the limit too, for those who watch. */
const REMEMBERED = 20

export function createLagFloor(limitMs: number): LagFloor {
  let notes: { atMs: number; position: LogPosition }[] = []
  return {
    note(atMs, position) {
      notes = notes.filter((each) => each.atMs >= atMs - REMEMBERED * limitMs)
      notes.push({ atMs, position })
    },
    at: (nowMs) => notes.find(({ atMs }) => atMs >= nowMs - limitMs)?.position,
    ageMs(nowMs, replayed) {
      const note = notes.findLast(({ position }) => position <= replayed)
      return note && nowMs - note.atMs
    },
  }
}

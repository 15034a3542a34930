import type { ClockSpeech, SpeechClock } from '../../../api/review-day.ts'

/** A stretch of speaking, in milliseconds of the server's time; null: it still runs. */
export interface Stretch {
  readonly id: string
  readonly unitId: string
  readonly startedAt: number
  readonly stoppedAt: number | null
}

/** What the server knows, then what this device has written since: at most one stretch runs. */
export function stretchesOf(clock: SpeechClock, waiting: readonly ClockSpeech[]): Stretch[] {
  const known = clock.speakers.flatMap(({ unitId, speeches }) =>
    speeches.map(({ id, startedAt, stoppedAt }) => ({
      id,
      unitId,
      startedAt: Date.parse(startedAt),
      stoppedAt: stoppedAt === null ? null : Date.parse(stoppedAt),
    })),
  )
  return waiting.reduce<Stretch[]>(take, known)
}

function take(stretches: Stretch[], { id, unitId, do: act, at }: ClockSpeech): Stretch[] {
  const instant = Date.parse(at ?? '')
  if (act === 'stop') return stretches.map((each) => (each.id === id ? stopped(each, instant) : each))
  if (stretches.some((each) => each.id === id)) return stretches
  return [
    ...stretches.map((each) => stopped(each, instant)),
    { id, unitId, startedAt: instant, stoppedAt: null },
  ]
}

const stopped = (stretch: Stretch, instant: number): Stretch =>
  stretch.stoppedAt === null ? { ...stretch, stoppedAt: Math.max(instant, stretch.startedAt) } : stretch

export const runningOf = (stretches: readonly Stretch[]): Stretch | undefined =>
  stretches.find(({ stoppedAt }) => stoppedAt === null)

/** Whole seconds that a unit has spoken by `now`. */
export function secondsUsed(stretches: readonly Stretch[], unitId: string, now: number): number {
  const own = stretches.filter((each) => each.unitId === unitId)
  const ms = own.reduce(
    (sum, { startedAt, stoppedAt }) => sum + Math.max(0, (stoppedAt ?? now) - startedAt),
    0,
  )
  return Math.floor(ms / 1000)
}

/** `7:05`; over an hour `1:07:05`. */
export function formatSeconds(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

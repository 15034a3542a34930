/** One stretch of a speech, from when the clock was started to when it was stopped; instants. */
export interface Speech {
  readonly startedAt: Date
  readonly stoppedAt: Date | null
}

/** Whole seconds that the clock ran, until an instant for the stretch that still runs. */
export function speechSeconds(speeches: readonly Speech[], now: Date): number {
  const ms = speeches.reduce((sum, { startedAt, stoppedAt }) => {
    const end = Math.min((stoppedAt ?? now).getTime(), now.getTime())
    return sum + Math.max(0, end - startedAt.getTime())
  }, 0)
  return Math.floor(ms / 1000)
}

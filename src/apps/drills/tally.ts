/** What became of writes, each under the key that it was sent with. */
export interface Tally {
  /** Keys that the server has said yes to. */
  readonly acknowledged: Set<string>
  /** Keys that were sent and not said yes to, so far. */
  readonly open: Set<string>
  /** How often each status was answered; 0 is no answer. */
  readonly statuses: Map<number, number>
  /** The longest time between two yeses, in milliseconds. */
  longestGapMs: number
  lastYesAt: number | undefined
}

export const newTally = (): Tally => ({
  acknowledged: new Set(),
  open: new Set(),
  statuses: new Map(),
  longestGapMs: 0,
  lastYesAt: undefined,
})

export function noteAnswer(tally: Tally, key: string, status: number): void {
  tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1)
  if (status !== 201) return
  tally.open.delete(key)
  tally.acknowledged.add(key)
  const now = performance.now()
  tally.longestGapMs = Math.max(tally.longestGapMs, now - (tally.lastYesAt ?? now))
  tally.lastYesAt = now
}

/** Statuses that nobody should see while something else is broken: neither done nor told as a passing outage. */
export function wrongStatuses({ statuses }: Tally): number[] {
  return [...statuses.keys()].filter((status) => ![0, 201, 409, 503, 507].includes(status))
}

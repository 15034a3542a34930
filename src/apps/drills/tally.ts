/** What became of writes, each under the key that it was sent with. */
export interface Tally {
  /** Keys that the server has said yes to. */
  readonly acknowledged: Set<string>
  /** Keys that were sent and not said yes to, so far. */
  readonly open: Set<string>
  /** How often each status was answered; 0 is no answer. */
  readonly statuses: Map<number, number>
  /** The codes of conflicts that no write of a drill should meet. */
  readonly wrongConflicts: Set<string>
  /** The longest time between two yeses, in milliseconds. */
  longestGapMs: number
  lastYesAt: number | undefined
}

export const newTally = (): Tally => ({
  acknowledged: new Set(),
  open: new Set(),
  statuses: new Map(),
  wrongConflicts: new Set(),
  longestGapMs: 0,
  lastYesAt: undefined,
})

/** It stands, and its answer was lost with the process: as good as a yes. */
const STANDS = 'kernel.answer-not-kept'
/** Its first sending is still under way: to be sent again for what becomes of it. */
const UNDER_WAY = 'kernel.request-repeated'

export interface DrillAnswer {
  /** 0 is no answer. */
  status: number
  /** Of a refusal. */
  code?: string
}

export function noteAnswer(tally: Tally, key: string, { status, code = '' }: DrillAnswer): void {
  tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1)
  if (status === 409 && code !== STANDS && code !== UNDER_WAY) tally.wrongConflicts.add(code)
  if (status !== 201 && code !== STANDS) return
  tally.open.delete(key)
  tally.acknowledged.add(key)
  const now = performance.now()
  tally.longestGapMs = Math.max(tally.longestGapMs, now - (tally.lastYesAt ?? now))
  tally.lastYesAt = now
}

/** What nobody should be answered while something else is broken: neither done nor told as a passing outage. */
export function wrongAnswers({ statuses, wrongConflicts }: Tally): (number | string)[] {
  const wrong = [...statuses.keys()].filter((status) => ![0, 201, 409, 503, 507].includes(status))
  return [...wrong, ...wrongConflicts]
}

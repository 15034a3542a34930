/** Something that must not happen, with the case that made it happen. */
export interface Fault {
  part: string
  what: string
  /** As it is kept in `seeds/` and replayed. */
  kept: unknown
}

/** What one part of the run came to. */
export class Tally {
  readonly part: string
  cases = 0
  /** Requests that were compared with the city before them. */
  compared = 0
  halfWrites = 0
  readonly outcomes = new Map<string, number>()
  readonly faults: Fault[] = []
  slowest = { ms: 0, what: '' }

  constructor(part: string) {
    this.part = part
  }

  count(outcome: string, ms: number, what: string): void {
    this.cases++
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1)
    if (ms > this.slowest.ms) this.slowest = { ms, what }
  }

  fault(what: string, kept: unknown): void {
    this.faults.push({ part: this.part, what, kept })
  }
}

import type { Day } from '../../../../kernel/day.ts'

export interface MatterPart {
  readonly id: string
  /** The review that it was told at: parts of one review are one step. */
  readonly review: string
  /** Sorts by time. */
  readonly at: string
}

/** Something that bears on whether a part is done. */
export interface PartWork {
  readonly partId: string
  /** A withdrawn item counts for nothing. */
  readonly state: string
  readonly closedOn: Day | null
}

export interface PartOutcome {
  readonly partId: string
  readonly outcome: 'resolved' | 'improving' | 'unchanged' | 'came-back'
  readonly on: Day
}

/** What one review said of a matter, and when that was resolved. */
export interface MatterStep<P extends MatterPart> {
  readonly review: string
  readonly at: string
  readonly parts: readonly P[]
  readonly resolvedOn: Day | null
}

export interface MatterFacts<P extends MatterPart> {
  readonly parts: readonly P[]
  readonly work: readonly PartWork[]
  readonly outcomes: readonly PartOutcome[]
  /** A person's word that it is settled: of the step before it. */
  readonly settledOn: Day | null
}

/**
 * A matter's reviews in time. A step is resolved when a later sheet says so, when every item linked to it (there must be
 * one) is closed, or when a person settled the matter before the next step; on the earliest of these days.
 */
export function matterSteps<P extends MatterPart>(facts: MatterFacts<P>): MatterStep<P>[] {
  const byReview = [...Map.groupBy(facts.parts, (part) => part.review)].map(([review, parts]) => ({
    review,
    parts: parts.toSorted((a, b) => compare(a.at, b.at)),
  }))
  const steps = byReview
    .map((step) => ({ ...step, at: step.parts[0]!.at }))
    .sort((a, b) => compare(a.at, b.at) || compare(a.review, b.review))
  return steps.map((step, i) => {
    const ids = new Set(step.parts.map(({ id }) => id))
    const said = facts.outcomes.filter(({ partId, outcome }) => ids.has(partId) && outcome === 'resolved')
    const next = steps[i + 1]
    const { settledOn } = facts
    const isSettled = settledOn !== null && settledOn >= step.at && (!next || settledOn < next.at)
    const days = [
      ...said.map(({ on }) => on),
      ...allClosed(facts.work.filter(({ partId }) => ids.has(partId))),
      ...(isSettled ? [settledOn] : []),
    ].sort()
    return { ...step, resolvedOn: days[0] ?? null }
  })
}

/** The last step tells: resolved; else come back when it is not the first; else open. */
export function matterState(
  steps: readonly Pick<MatterStep<MatterPart>, 'resolvedOn'>[],
): 'open' | 'resolved' | 'came-back' {
  if (steps.at(-1)?.resolvedOn) return 'resolved'
  return steps.length > 1 ? 'came-back' : 'open'
}

/** The day on which the last of the items was closed, if all are that still count. */
function allClosed(work: readonly PartWork[]): Day[] {
  const counted = work.filter(({ state }) => state !== 'withdrawn')
  const days = counted.flatMap(({ state, closedOn }) => (state === 'closed' && closedOn ? [closedOn] : []))
  return counted.length > 0 && days.length === counted.length ? [days.sort().at(-1)!] : []
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

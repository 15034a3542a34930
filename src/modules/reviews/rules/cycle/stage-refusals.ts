import type { Day } from '../../../../kernel/day.ts'
import { STAGES, type Stage } from '../../schema.ts'

/** What is known when a stage is to begin. */
export interface StageFacts {
  readonly stage: Stage
  readonly today: Day
  /** The day of the meeting in the city. */
  readonly heldOn: Day
  readonly speakers: readonly {
    readonly unit: string
    /** Lines that would stand in the book. */
    readonly lines: number
    readonly stale: number
  }[]
  /** A later review that has been held, or is past it. */
  readonly isFollowedByHeld: boolean
}

export interface Refusal {
  readonly code:
    | 'reviews.stage-not-next'
    | 'reviews.stage-no-speakers'
    | 'reviews.stage-empty-sheet'
    | 'reviews.stage-stale-lines'
    | 'reviews.stage-not-held-yet'
    | 'reviews.stage-no-later-review'
  readonly details: Readonly<Record<string, string | number>>
}

/** The stage after one; undefined after the last. */
export const nextStage = (stage: Stage): Stage | undefined => STAGES[STAGES.indexOf(stage) + 1]

/** What stands against a stage; nothing when it may begin. */
export function stageRefusals(facts: StageFacts, to: Stage, withStale: boolean): Refusal[] {
  if (nextStage(facts.stage) !== to)
    return [{ code: 'reviews.stage-not-next', details: { stage: facts.stage, to } }]
  if (to === 'frozen') return freezeRefusals(facts, withStale)
  if (to === 'held' && facts.today < facts.heldOn)
    return [{ code: 'reviews.stage-not-held-yet', details: { heldOn: facts.heldOn, today: facts.today } }]
  if (to === 'closed' && !facts.isFollowedByHeld)
    return [{ code: 'reviews.stage-no-later-review', details: {} }]
  return []
}

function freezeRefusals({ speakers }: StageFacts, withStale: boolean): Refusal[] {
  if (speakers.length === 0) return [{ code: 'reviews.stage-no-speakers', details: {} }]
  const empty = speakers.filter(({ lines }) => lines === 0)
  const stale = speakers.filter((speaker) => speaker.stale > 0)
  return [
    ...empty.map(({ unit }): Refusal => ({ code: 'reviews.stage-empty-sheet', details: { unit } })),
    ...(withStale
      ? []
      : stale.map(
          ({ unit, stale: count }): Refusal => ({
            code: 'reviews.stage-stale-lines',
            details: { unit, count },
          }),
        )),
  ]
}

import type { Item } from '../../../ledger/index.ts'
import { type MatterStep, matterState, matterSteps } from '../../rules/matters/matter-steps.ts'
import type { Matter, MatterItem, MatterPart } from '../../schema/matter.ts'
import type { Chains, FollowedPart } from './load-chains.ts'

type Chain = Chains['matters'][number]

/** The steps of one matter, from everything that bears on whether it is done. */
export function stepsOf({ matter, parts }: Chain): MatterStep<FollowedPart>[] {
  return matterSteps({
    parts,
    work: parts.flatMap((part) =>
      part.items.map(({ state, closedOn }) => ({ partId: part.id, state, closedOn })),
    ),
    outcomes: parts.flatMap((part) =>
      part.outcomes.map(({ outcome, on }) => ({ partId: part.id, outcome, on })),
    ),
    settledOn: matter.settled?.on ?? null,
  })
}

/** A matter as it stands in a list. */
export function presentMatter(chain: Chain): Matter {
  const { matter, parts } = chain
  const steps = stepsOf(chain)
  const told = steps.flatMap((step) => step.parts)
  const items = new Map(parts.flatMap((part) => part.items).map((item) => [item.id, item]))
  const counted = [...items.values()].filter(({ state }) => state !== 'withdrawn')
  const closed = counted.filter(({ state }) => state === 'closed').length
  return {
    id: matter.id,
    unitId: matter.unitId,
    title: matter.title ?? told.at(-1)!.text,
    isTitled: matter.title !== null,
    state: matterState(steps),
    wasResolvedBefore: steps.slice(0, -1).some(({ resolvedOn }) => resolvedOn !== null),
    times: steps.length,
    firstPeriod: told[0]!.period,
    lastPeriod: told.at(-1)!.period,
    lastAt: steps.at(-1)!.at,
    items: { total: counted.length, open: counted.length - closed, closed },
    version: matter.version,
  }
}

export function presentPart(part: FollowedPart): MatterPart {
  return {
    ...presentBare(part),
    outcome: part.outcomes.at(-1) ?? null,
    items: part.items.map(presentMatterItem),
  }
}

/** A part without what became of it. */
export function presentBare({ kind, id, text, quote, period, at, from, href }: FollowedPart) {
  return { kind, id, text, quote, period, at, from, href }
}

export function presentMatterItem(item: Item): MatterItem {
  const { id, number, title, state, light, leadUnitId, dueOn, progress, lastReportOn, closedOn } = item
  return { id, number, title, state, light, leadUnitId, dueOn, progress, lastReportOn, closedOn }
}

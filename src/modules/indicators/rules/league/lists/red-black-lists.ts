import type { RankedUnit, Ranking } from '../rank-column.ts'
import type { Fulfilment, ListRules } from './list-rules.ts'

/** Actual against target of a unit, as far as known: negative below the target, zero exactly on it. */
export type TargetOutcome = 'above' | 'on' | 'below' | null

export interface ListInput {
  readonly rules: ListRules
  /** Which of the rules' fields the table is: counties, or departments. */
  readonly field: string
  /** By score, within the field. */
  readonly ranking: Ranking
  readonly outcomes: ReadonlyMap<number, TargetOutcome>
  /** Unit → key of the exemption granted to it. */
  readonly exempt: ReadonlyMap<number, string>
}

/** A unit whose place would put it on the list, and why it is not there: so that a short list explains itself. */
export interface PassedOver {
  readonly unit: number
  readonly rank: number
  readonly reason: 'outcome' | 'outcome-unknown' | 'tied-at-edge' | 'exempt'
  /** For `exempt` its key. */
  readonly exemption?: string
}

export interface ReadList {
  readonly quota: number
  readonly listed: readonly { readonly unit: number; readonly rank: number }[]
  readonly passedOver: readonly PassedOver[]
}

/**
 * The red and the black list. A list is never filled up from further down: who stands in the last four but met the
 * target leaves the place empty (绵阳). O(units). @throws RangeError for a field that the rules do not have
 */
export function redBlackLists({ rules, field, ranking, outcomes, exempt }: ListInput): {
  red: ReadList
  black: ReadList
} {
  const quotas = rules.fields.find(({ key }) => key === field)
  if (!quotas) throw new RangeError(`"${field}" should be a field of the list rules "${rules.key}"`)
  const exemption = (unit: number) => {
    const key = exempt.get(unit)
    return rules.exemptions.some((each) => each.key === key) ? key : undefined
  }
  const red = listOf(ranking.ranked, {
    ...quotas.red,
    tiesAtEdge: rules.tiesAtEdge,
    ahead: ({ better }) => better,
    outcomes,
    exemption: () => undefined,
  })
  const black = listOf([...ranking.ranked].reverse(), {
    ...quotas.black,
    tiesAtEdge: rules.tiesAtEdge,
    ahead: ({ better, sharedBy }) => ranking.ranked.length - better - sharedBy,
    outcomes,
    exemption,
  })
  return { red, black }
}

interface ListOptions {
  readonly quota: number
  readonly requires: Fulfilment
  readonly tiesAtEdge: ListRules['tiesAtEdge']
  /** How many stand before the unit, seen from the list's end of the table. */
  ahead(unit: RankedUnit): number
  readonly outcomes: ReadonlyMap<number, TargetOutcome>
  exemption(unit: number): string | undefined
}

function listOf(ranked: readonly RankedUnit[], options: ListOptions): ReadList {
  const listed: { unit: number; rank: number }[] = []
  const passedOver: PassedOver[] = []
  for (const each of ranked) {
    const { unit, rank } = each
    const ahead = options.ahead(each)
    if (ahead >= options.quota) continue
    const outcome = options.outcomes.get(unit) ?? null
    const exemption = options.exemption(unit)
    if (options.tiesAtEdge === 'none' && ahead + each.sharedBy > options.quota)
      passedOver.push({ unit, rank, reason: 'tied-at-edge' })
    else if (options.requires !== 'any' && outcome === null)
      passedOver.push({ unit, rank, reason: 'outcome-unknown' })
    else if (!meets(outcome, options.requires)) passedOver.push({ unit, rank, reason: 'outcome' })
    else if (exemption !== undefined) passedOver.push({ unit, rank, reason: 'exempt', exemption })
    else listed.push({ unit, rank })
  }
  return { quota: options.quota, listed, passedOver }
}

function meets(outcome: TargetOutcome, requires: Fulfilment): boolean {
  switch (requires) {
    case 'any':
      return true
    case 'over-fulfilled':
      return outcome === 'above'
    case 'fulfilled':
      return outcome === 'above' || outcome === 'on'
    case 'not-fulfilled':
      return outcome === 'below'
  }
}

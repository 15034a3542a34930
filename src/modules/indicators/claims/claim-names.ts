import type { Context, Tx } from '../../../kernel/context.ts'
import { loadRegister } from '../../units/index.ts'
import type { Definitions } from '../definitions/defined.ts'
import { loadDefinitions } from '../definitions/load-definitions.ts'
import type { Claim, ClaimMeasure } from '../rules/claims/claim.ts'
import { type CohortNames, type ResolvedScope, resolveScope } from '../rules/claims/resolve-scope.ts'
import {
  type IndicatorIndex,
  indexIndicators,
  type Suggestions,
  suggestIndicators,
} from '../rules/claims/suggest-indicators.ts'
import { readHead } from '../store/head.ts'

/** The names that claims are matched against. */
export interface ClaimNames {
  readonly definitions: Definitions
  readonly cohorts: readonly CohortNames[]
  suggest(claim: Claim): Suggestions
}

/** A match as it is stored: by number, with a cohort's key or an external scope. */
export interface SuggestedMatch {
  readonly indicator: number | null
  readonly measure: ClaimMeasure | null
  readonly cohort: string | null
  readonly match_state: 'none' | 'suggested'
}

const opened = new WeakMap<Tx, Promise<ClaimNames>>()

/** Read once for a transaction: two hundred statements may be accepted in one. */
export function openClaimNames(ctx: Context, tx: Tx): Promise<ClaimNames> {
  const found = opened.get(tx) ?? load(ctx, tx)
  opened.set(tx, found)
  return found
}

async function load(ctx: Context, tx: Tx): Promise<ClaimNames> {
  const definitions = await loadDefinitions(ctx, tx, await readHead(tx))
  const { register } = await loadRegister(tx)
  const cohorts = register.cohorts.map(({ key, name, aliases }) => ({ key, name, aliases }))
  let index: IndicatorIndex | undefined
  return {
    definitions,
    cohorts,
    suggest(claim) {
      index ??= indexIndicators(
        [...definitions.byNumber.values()].flatMap(({ number, versions, retiredOn }) => {
          const newest = versions.at(-1)!
          const names = {
            indicator: number,
            name: newest.name,
            aliases: newest.aliases,
            measure: newest.measure,
          }
          return retiredOn === null ? [names] : []
        }),
        [...register.units, ...cohorts].flatMap(({ name, aliases }) => [name, ...aliases]).filter(isTelling),
      )
      return suggestIndicators(claim, index)
    },
  }
}

/** One character is as likely a part of another word as a name. */
const isTelling = (name: string) => [...name].length > 1

/** What stands out as a claim's indicator, for a person to confirm. */
export function suggestedMatch(names: ClaimNames, claim: Claim): SuggestedMatch {
  const { best } = names.suggest(claim)
  if (!best) return { indicator: null, measure: null, cohort: null, match_state: 'none' }
  return {
    indicator: best.indicator,
    measure: best.measure,
    cohort: storedScope(scopeOfClaim(claim, names.cohorts)),
    match_state: 'suggested',
  }
}

/** Among whom a sentence claims its place. */
export function scopeOfClaim(claim: Claim, cohorts: readonly CohortNames[]): ResolvedScope {
  return resolveScope('scope' in claim ? claim.scope : null, cohorts)
}

export function storedScope(scope: ResolvedScope): string | null {
  if (scope.kind === 'unknown') return null
  return scope.kind === 'cohort' ? scope.cohort : scope.scope
}

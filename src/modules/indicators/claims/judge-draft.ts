import type { Context, Tx } from '../../../kernel/context.ts'
import type { Suggestion } from '../rules/claims/suggest-indicators.ts'
import type { ClaimEvidence } from '../schema/claims.ts'
import type { StoredClaim } from '../store/claims.ts'
import { acceptedClaimOf, claimOf, contentOf } from './accepted-claim.ts'
import { openClaimNames, scopeOfClaim, storedScope } from './claim-names.ts'
import { judgeClaims } from './judge-claims.ts'

/** What the published values say of a statement of a draft that nobody has accepted yet. */
export interface DraftVerdict {
  readonly statementId: string
  readonly indicator: string
  readonly name: string
  readonly evidence: ClaimEvidence
}

/** The head of the text that the statements stand in. */
export interface DraftHead {
  readonly title: string
  readonly reportDate: string | null
  readonly period: string | null
}

/**
 * Holds the ranks and figures of a draft against the published values where the match leaves nothing to ask: the
 * subject is the name or another name of one indicator, in its own unit of measure, of a unit of the register. What a
 * person would have to confirm is left out. Stores nothing; who calls has authorised.
 */
export async function judgeDraft(
  ctx: Context,
  tx: Tx,
  { statements, head }: { statements: readonly object[]; head: DraftHead },
): Promise<DraftVerdict[]> {
  const names = await openClaimNames(ctx, tx)
  const claims = statements.flatMap((statement) => {
    const accepted = acceptedClaimOf({ statement, report: head })
    if (!accepted || accepted.statement.unitId === null) return []
    const stored = unmatched(accepted.statement.id, contentOf(accepted))
    const claim = claimOf(stored)
    const { best } = names.suggest(claim)
    if (!best || !isCertain(best)) return []
    const cohort = storedScope(scopeOfClaim(claim, names.cohorts))
    return [
      {
        ...stored,
        indicator: best.indicator,
        measure: best.measure,
        cohort,
        match_state: 'confirmed' as const,
      },
    ]
  })
  if (claims.length === 0) return []
  const judged = await judgeClaims(ctx, tx, { claims, cohorts: names.cohorts })
  return judged.map(({ stored, evidence }) => {
    const defined = names.definitions.byNumber.get(stored.indicator!)!
    const name = defined.versions.at(-1)!.name
    return { statementId: stored.id, indicator: defined.code, name, evidence }
  })
}

const DOUBTS = new Set([
  'name-shared-words',
  'name-contrast',
  'measure-word-lacking',
  'unit-of-measure-differs',
])

function isCertain({ because }: Suggestion): boolean {
  const codes: readonly string[] = because.map(({ code }) => code)
  return codes.includes('name-equal') && !codes.some((code) => DOUBTS.has(code))
}

function unmatched(id: string, content: ReturnType<typeof contentOf>): StoredClaim {
  return {
    ...content,
    tenant_id: '',
    id,
    detail: JSON.parse(content.detail) as unknown,
    indicator: null,
    measure: null,
    cohort: null,
    match_period: null,
    match_state: 'none',
    matched_by: null,
    matched_at: null,
    verdict: null,
    reason: null,
    evidence: null,
    vintage: null,
    checked_at: null,
    checked_by: null,
    withdrawn_at: null,
    version: 1,
  }
}

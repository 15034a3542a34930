import type { Claim, ClaimMeasure } from './claim.ts'
import type { FigureNumbers } from './figure-numbers.ts'
import { judgeFigure } from './judge-figure.ts'
import { type ExternalPosition, judgeExternalRank, judgeRank } from './judge-rank.ts'
import type { ResolvedScope } from './resolve-scope.ts'
import { type Finding, finding } from './verdict.ts'
import { type Verdict, weighVintages } from './weigh-vintages.ts'
import type { YearStanding } from './year-standing.ts'

/** What a person confirmed that a claim means. */
export interface ClaimMatch {
  readonly measure: ClaimMeasure
  readonly scope: ResolvedScope
  /** From `claimPeriods`, the claim's own first. */
  readonly periods: readonly string[]
}

/** What is known on one vintage; only the part that the claim's kind asks for is read. */
export interface ClaimEvidence {
  readonly vintage: number
  /** In the order of the match's periods. */
  readonly standings?: readonly YearStanding[]
  readonly external?: readonly ExternalPosition[]
  readonly figure?: FigureNumbers
}

export interface VintagesOfEvidence {
  /** The newest vintage published by the day of the report; null when there was none. */
  readonly ofDay: ClaimEvidence | null
  readonly now: ClaimEvidence
}

/** Confirmed, contradicted or unknown, with the reasons, the numbers and the vintage that decide. */
export function checkClaim(claim: Claim, match: ClaimMatch, { ofDay, now }: VintagesOfEvidence): Verdict {
  const judge = (evidence: ClaimEvidence) => ({
    vintage: evidence.vintage,
    finding: judgeOn(claim, match, evidence),
  })
  return weighVintages(ofDay && judge(ofDay), judge(now))
}

function judgeOn(claim: Claim, { measure, scope, periods }: ClaimMatch, evidence: ClaimEvidence): Finding {
  // That something was the first of its kind is an event, and no table of values knows of it.
  if (claim.kind === 'first') return finding('unknown', 'not-measurable')
  if (claim.kind !== 'rank') {
    return evidence.figure
      ? judgeFigure(claim, measure, evidence.figure)
      : finding('unknown', 'figure-missing')
  }
  switch (scope.kind) {
    case 'unknown':
      return finding('unknown', scope.reason)
    case 'external':
      return judgeExternalRank(claim, periods, evidence.external ?? [])
    case 'cohort':
      return judgeRank(claim, evidence.standings ?? [])
  }
}

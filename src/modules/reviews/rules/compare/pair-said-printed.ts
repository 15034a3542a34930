/** A possible pair of a line and a statement. */
export interface Candidate {
  readonly lineId: string
  readonly statementId: string
  readonly score: number
  readonly isSuggested: boolean
}

export interface Decision {
  readonly lineId: string
  readonly statementId: string
  readonly verdict: 'confirmed' | 'rejected'
}

/**
 * Which lines of a book were printed as which statements. One line often becomes several statements (a figure and its
 * rank stand in one sentence), a statement comes from one line: each goes with its strongest, of equals the first. What
 * a person confirmed stands, and that statement is suggested no other line; what was rejected is never suggested again.
 */
export function pairSaidPrinted(
  candidates: readonly Candidate[],
  decisions: readonly Decision[],
): { readonly lineId: string; readonly statementId: string; readonly verdict: 'confirmed' | 'suggested' }[] {
  const confirmed = decisions.filter(({ verdict }) => verdict === 'confirmed')
  const decided = new Set(decisions.map(keyOf))
  const settled = new Set(confirmed.map(({ statementId }) => statementId))
  const strongest = new Map<string, Candidate>()
  for (const one of candidates) {
    if (!one.isSuggested || decided.has(keyOf(one)) || settled.has(one.statementId)) continue
    const best = strongest.get(one.statementId)
    if (!best || one.score > best.score) strongest.set(one.statementId, one)
  }
  return [
    ...confirmed.map(({ lineId, statementId }) => ({ lineId, statementId, verdict: 'confirmed' as const })),
    ...[...strongest.values()].map(({ lineId, statementId }) => ({
      lineId,
      statementId,
      verdict: 'suggested' as const,
    })),
  ]
}

const keyOf = ({ lineId, statementId }: { lineId: string; statementId: string }) => `${lineId} ${statementId}`

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
 * Which lines of a book were printed as which statements. What a person confirmed stands, also one line in two sentences;
 * of the rest each line and each statement goes with at most one, the strongest first; what was rejected is never
 * suggested again. Candidates of equal strength are taken in the order given.
 */
export function pairSaidPrinted<C extends Candidate>(
  candidates: readonly C[],
  decisions: readonly Decision[],
): { readonly lineId: string; readonly statementId: string; readonly verdict: 'confirmed' | 'suggested' }[] {
  const confirmed = decisions.filter(({ verdict }) => verdict === 'confirmed')
  const decided = new Set(decisions.map(keyOf))
  const lines = new Set(confirmed.map(({ lineId }) => lineId))
  const statements = new Set(confirmed.map(({ statementId }) => statementId))
  const suggested: { lineId: string; statementId: string; verdict: 'suggested' }[] = []
  const open = candidates.filter((one) => one.isSuggested && !decided.has(keyOf(one)))
  for (const { lineId, statementId } of open.toSorted((a, b) => b.score - a.score)) {
    if (lines.has(lineId) || statements.has(statementId)) continue
    lines.add(lineId)
    statements.add(statementId)
    suggested.push({ lineId, statementId, verdict: 'suggested' })
  }
  const stands = confirmed.map(({ lineId, statementId }) => ({
    lineId,
    statementId,
    verdict: 'confirmed' as const,
  }))
  return [...stands, ...suggested]
}

const keyOf = ({ lineId, statementId }: { lineId: string; statementId: string }) => `${lineId} ${statementId}`

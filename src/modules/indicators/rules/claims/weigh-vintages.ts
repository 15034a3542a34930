import type { Finding } from './verdict.ts'

/** A finding on the numbers of a vintage. */
export interface VintageFinding {
  readonly vintage: number
  readonly finding: Finding
}

/** What a claim comes to, with the vintage that decides. */
export interface Verdict extends Finding {
  /** The vintage that the verdict rests on. */
  readonly vintage: number
  readonly since: /** The vintage of that day decides and the newest says the same. */
    | 'unchanged'
    /** Right on the vintage of that day, revised since: the claim was no error. */
    | 'confirmed-then-revised'
    /** Right on the vintage of that day; a later one withdrew what decides. */
    | 'confirmed-then-withdrawn'
    /** Not right or not known on that day, right by a later revision. */
    | 'confirmed-after-revision'
    /** Not known on that day; the newest vintage contradicts it. */
    | 'contradicted-after-revision'
    /** Contradicted on that day; the newest vintage no longer decides. */
    | 'contradicted-then-withdrawn'
    /** Nothing had been published by that day, so that the newest decides. */
    | 'published-later'
  /** The finding on the newest vintage where it differs. */
  readonly newest: VintageFinding | null
}

/**
 * Judges by the vintage of the claim's day first: who printed what was published made no error, whatever a revision says
 * later. `then` is null when nothing had been published by that day.
 */
export function weighVintages(then: VintageFinding | null, now: VintageFinding): Verdict {
  if (!then) return { ...now.finding, vintage: now.vintage, since: 'published-later', newest: null }
  const [before, after] = [then.finding.verdict, now.finding.verdict]
  const byThen = (since: Verdict['since']): Verdict => ({
    ...then.finding,
    vintage: then.vintage,
    since,
    newest: since === 'unchanged' ? null : now,
  })
  if (before === after) return byThen('unchanged')
  const byNow = (since: Verdict['since']): Verdict => ({
    ...now.finding,
    vintage: now.vintage,
    since,
    newest: now,
  })
  if (after === 'confirmed') return byNow('confirmed-after-revision')
  if (before === 'confirmed')
    return byThen(after === 'contradicted' ? 'confirmed-then-revised' : 'confirmed-then-withdrawn')
  return after === 'contradicted'
    ? byNow('contradicted-after-revision')
    : byThen('contradicted-then-withdrawn')
}

/** What an accepted statement claims, as the reports' statements carry it (`reports.statement-accepted`). */
export type Claim = RankClaim | FirstClaim | FigureClaim

interface ClaimBase {
  /** What is measured, as printed. */
  readonly subject: string
  /** A period's text, or null where the sentence names none. */
  readonly period: string | null
  /** The sentence's own words, for the precision that a figure was printed with. */
  readonly quote: readonly string[]
}

export interface RankClaim extends ClaimBase {
  readonly kind: 'rank'
  readonly scope: string | null
  readonly position: number | null
  readonly streakYears: number | null
}

export interface FirstClaim extends ClaimBase {
  readonly kind: 'first'
  readonly scope: string | null
}

export interface FigureClaim extends ClaimBase {
  readonly kind: 'figure' | 'metric'
  /** 万 and 亿 multiplied out; null for 百亿级. */
  readonly value: string | null
  readonly unitOfMeasure: string | null
  readonly qualifier: string | null
  /** Signed, with its unit: `+7.38%`. */
  readonly change: string | null
  readonly isTarget: boolean
}

/** What of an indicator a claim speaks of: its value, its growth on the year, its share of the whole, or how much of a target is done. */
export const CLAIM_MEASURES = ['level', 'growth', 'share', 'done'] as const
export type ClaimMeasure = (typeof CLAIM_MEASURES)[number]

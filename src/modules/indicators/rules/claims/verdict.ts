/** Why a verdict is what it is. The web words these codes with the numbers. */
export const VERDICT_REASONS = [
  'rank-holds',
  'rank-shared',
  'rank-differs',
  'all-years-hold',
  'a-year-differs',
  'year-unknown',
  'period-missing',
  'unit-apart',
  'unit-not-in-table',
  'field-incomplete',
  'position-not-stated',
  'external-holds',
  'external-differs',
  'external-missing',
  'figure-exact',
  'figure-rounds',
  'figure-truncates',
  'figure-within-words',
  'figure-far-above',
  'figure-differs',
  'figure-missing',
  'figure-not-a-number',
  'growth-holds',
  'growth-differs',
  'growth-missing',
  'measure-differs',
  'measure-unreadable',
  'precision-unclear',
  'qualifier-unknown',
  'target-holds',
  'target-differs',
  'target-missing',
  'scope-missing',
  'scope-unknown',
  'not-measurable',
] as const
export type VerdictReason = (typeof VERDICT_REASONS)[number]

/** Whether a claim holds on the numbers of one vintage, with the reasons and the numbers that decide. */
export interface Finding {
  readonly verdict: 'confirmed' | 'contradicted' | 'unknown'
  /** The deciding one first. */
  readonly reasons: readonly VerdictReason[]
  readonly numbers: readonly VerdictNumbers[]
}

/** One row of what decides: a year of a streak, or a figure. */
export type VerdictNumbers = Readonly<Record<string, string | number | boolean | null | readonly number[]>>

export function finding(
  verdict: Finding['verdict'],
  reasons: VerdictReason | readonly VerdictReason[],
  ...numbers: VerdictNumbers[]
): Finding {
  return { verdict, reasons: typeof reasons === 'string' ? [reasons] : reasons, numbers }
}

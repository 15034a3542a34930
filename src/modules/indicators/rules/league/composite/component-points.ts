import {
  compareFractions,
  decimalOf,
  type Fraction,
  fractionOf,
  over,
  times,
  whole,
  ZERO,
} from '../../exact/fraction.ts'
import type { CohortOnDay } from '../cohort-on.ts'
import { rankColumn } from '../rank-column.ts'
import type { ComponentColumns } from './component-columns.ts'
import { exactValue } from './exact-value.ts'
import type { CompositeScheme } from './scheme.ts'

/** What a component gave a unit, and the numbers that it comes from. */
export interface ComponentPart {
  readonly component: string
  readonly weight: string
  /** For `linear` actual and target (swapped where lower is better), for `score` the score and 100, for points the place and the field. */
  readonly numerator: string | null
  readonly denominator: string | null
  /** To 12 decimals. */
  readonly points: string
  readonly exact: Fraction
  /** The points before the component's own cap or floor at zero; null when neither was reached. */
  readonly uncapped: string | null
  readonly isMissing: boolean
}

type Component = CompositeScheme['components'][number]

/** The part of every cohort member. A target of zero cannot be divided by: the part counts as missing. */
export function componentPoints(
  component: Component,
  columns: ComponentColumns | undefined,
  cohort: CohortOnDay,
): Map<number, ComponentPart> {
  if (component.score.kind === 'rank-points') return pointsByPlace(component, columns, cohort)
  return new Map(cohort.members.map((unit) => [unit, quotientPart(component, columns, unit)]))
}

function quotientPart(
  component: Component,
  columns: ComponentColumns | undefined,
  unit: number,
): ComponentPart {
  const { key, weight, score } = component
  const actual = exactValue(columns?.actual, unit)
  let quotient: [Fraction, Fraction] | undefined
  if (score.kind === 'score') quotient = actual && [actual, whole(100)]
  if (score.kind === 'linear') {
    const target = score.target === 'own' ? exactValue(columns?.target, unit) : fractionOf(score.target)
    if (actual && target) quotient = score.direction === 'higher' ? [actual, target] : [target, actual]
  }
  if (!quotient || quotient[1].n <= 0n) return missingPart(component)
  const [numerator, denominator] = quotient
  const raw = times(over(numerator, denominator), fractionOf(weight))
  const cap = score.kind === 'linear' && score.capPercent !== null ? score.capPercent : null
  const most = cap === null ? null : times(fractionOf(weight), over(fractionOf(cap), whole(100)))
  // Less than nothing is nothing: a fall in output costs a unit this component, not the others too.
  const exact = raw.n < 0n ? ZERO : most && compareFractions(raw, most) > 0 ? most : raw
  return {
    component: key,
    weight,
    numerator: decimalOf(numerator),
    denominator: decimalOf(denominator),
    points: decimalOf(exact),
    exact,
    uncapped: exact === raw ? null : decimalOf(raw),
    isMissing: false,
  }
}

function pointsByPlace(
  component: Component,
  columns: ComponentColumns | undefined,
  cohort: CohortOnDay,
): Map<number, ComponentPart> {
  const parts = new Map(cohort.members.map((unit) => [unit, missingPart(component)]))
  if (!columns || component.score.kind !== 'rank-points') return parts
  const { points, direction } = component.score
  const rules = { direction: { kind: direction }, ties: 'standard', missing: 'apart' } as const
  const { ranked } = rankColumn(columns.actual, { rules, comparability: { cohort } })
  for (const { unit, rank } of ranked) {
    const exact = fractionOf(points[rank - 1] ?? '0')
    const [numerator, denominator] = [String(rank), String(ranked.length)]
    parts.set(unit, {
      ...missingPart(component),
      numerator,
      denominator,
      points: decimalOf(exact),
      exact,
      isMissing: false,
    })
  }
  return parts
}

function missingPart({ key, weight }: Component): ComponentPart {
  return {
    component: key,
    weight,
    numerator: null,
    denominator: null,
    points: '0',
    exact: ZERO,
    uncapped: null,
    isMissing: true,
  }
}

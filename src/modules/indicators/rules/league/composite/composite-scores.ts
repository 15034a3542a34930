import { compareFractions, decimalOf, type Fraction, fractionOf, plus, ZERO } from '../../exact/fraction.ts'
import type { Column } from '../../values/column.ts'
import type { CohortOnDay } from '../cohort-on.ts'
import { type Ranking, rankColumn } from '../rank-column.ts'
import type { ComponentColumns } from './component-columns.ts'
import { type ComponentPart, componentPoints } from './component-points.ts'
import { rankBonuses } from './rank-bonuses.ts'
import type { CompositeScheme } from './scheme.ts'

/** Points given or taken by hand, with the reason. */
export interface Adjustment {
  readonly unit: number
  readonly points: string
  readonly reason: string
}

export interface CompositeInput {
  readonly scheme: CompositeScheme
  readonly columns: ReadonlyMap<string, ComponentColumns>
  readonly cohort: CohortOnDay
  readonly adjustments?: readonly Adjustment[]
}

/** A unit's score and all it is made of: the parts, caps and bonuses add up to the total, to the last digit. */
export interface CompositeScore {
  readonly unit: number
  /** Rounded half away from zero to the scheme's places. */
  readonly total: string
  /** The sum before rounding. */
  readonly exact: Fraction
  readonly parts: readonly ComponentPart[]
  /** What a group's cap took off: negative points. */
  readonly capped: readonly { readonly group: string; readonly points: string }[]
  readonly bonus: { readonly place: number; readonly points: string } | null
  readonly adjusted: {
    readonly points: string
    readonly entered: readonly Adjustment[]
    /** Whether the entered points went beyond what the scheme counts. */
    readonly isLimited: boolean
  }
}

export interface CompositeTable {
  /** Ascending by unit. */
  readonly scores: readonly CompositeScore[]
  /** Units that lack a component, with the components. */
  readonly apart: readonly {
    readonly unit: number
    readonly reason: 'component-missing'
    readonly components: readonly string[]
  }[]
  /** Of the totals, the higher the better. */
  readonly ranking: Ranking
}

type BaseScore = Omit<CompositeScore, 'total' | 'bonus' | 'adjusted'>

/** Scores and ranks a cohort by a scheme. O(components × units log units). */
export function compositeScores({
  scheme,
  columns,
  cohort,
  adjustments = [],
}: CompositeInput): CompositeTable {
  const points = scheme.components.map((component) =>
    componentPoints(component, columns.get(component.key), cohort),
  )
  const scores: BaseScore[] = []
  const apart: CompositeTable['apart'][number][] = []
  for (const unit of cohort.members) {
    const parts = points.map((byUnit) => byUnit.get(unit)!)
    const lacking = parts.filter(({ isMissing }) => isMissing).map(({ component }) => component)
    if (lacking.length > 0 && scheme.missing === 'apart')
      apart.push({ unit, reason: 'component-missing', components: lacking })
    else scores.push({ unit, parts, ...cappedSum(scheme, parts) })
  }
  const period = [...columns.values()][0]?.actual.period ?? 0
  const field = { period, cohort: { ...cohort, members: scores.map(({ unit }) => unit), outside: [] } }
  const rank = (each: readonly { unit: number; exact: Fraction }[]) => rankTotals(each, scheme.places, field)
  const bonuses = scheme.rankBonus ? rankBonuses(scheme.rankBonus, rank(scores)) : new Map<number, never>()
  const totals = scores.map((score): CompositeScore => {
    const bonus = bonuses.get(score.unit) ?? null
    const adjusted = adjust(
      scheme,
      adjustments.filter(({ unit }) => unit === score.unit),
    )
    const exact = [bonus?.points ?? '0', adjusted.points].map(fractionOf).reduce(plus, score.exact)
    return { ...score, exact, total: decimalOf(exact, scheme.places), bonus, adjusted }
  })
  return { scores: totals, apart, ranking: rank(totals) }
}

function cappedSum({ components, groups }: CompositeScheme, parts: readonly ComponentPart[]) {
  let exact = parts.reduce((sum, part) => plus(sum, part.exact), ZERO)
  const capped: { group: string; points: string }[] = []
  for (const { key, cap } of groups) {
    const sum = parts
      .filter((_, at) => components[at]!.group === key)
      .reduce((total, part) => plus(total, part.exact), ZERO)
    const excess = plus(fractionOf(cap), { n: -sum.n, d: sum.d })
    if (excess.n >= 0n) continue
    capped.push({ group: key, points: decimalOf(excess) })
    exact = plus(exact, excess)
  }
  return { exact, capped }
}

function adjust({ adjustments: { least, most } }: CompositeScheme, entered: readonly Adjustment[]) {
  const sum = entered.map(({ points }) => fractionOf(points)).reduce(plus, ZERO)
  const tooLow = compareFractions(sum, fractionOf(least)) < 0
  const tooHigh = compareFractions(sum, fractionOf(most)) > 0
  const points = tooLow ? least : tooHigh ? most : decimalOf(sum)
  return { points, entered, isLimited: tooLow || tooHigh }
}

interface Field {
  readonly period: number
  readonly cohort: CohortOnDay
}

/** Totals are compared as printed, so that two units with one score never stand on different places. */
function rankTotals(
  totals: readonly { unit: number; exact: Fraction }[],
  places: number,
  { period, cohort }: Field,
): Ranking {
  const scaled = totals.map(({ unit, exact }) => {
    const printed = fractionOf(decimalOf(exact, places))
    return { unit, value: (printed.n * 10n ** BigInt(places)) / printed.d }
  })
  const column: Column = {
    period,
    vintage: 0,
    scale: places,
    units: scaled.map(({ unit }) => unit),
    values: scaled.map(({ value }) => value),
  }
  const rules = { direction: { kind: 'higher' }, ties: 'standard', missing: 'apart' } as const
  return rankColumn(column, { rules, comparability: { cohort } })
}

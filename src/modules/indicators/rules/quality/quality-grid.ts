/**
 * The values of one indicator around an import: what is new beside what is published, periods ascending and of one kind.
 * Doubles are enough here: thresholds decide what a person is asked, nothing computed here is stored.
 */
export interface QualityGrid {
  readonly indicator: number
  readonly periods: readonly number[]
  /** For each period the place of the same one a year before, and of the one before it; -1 where there is none. */
  readonly yearBefore: readonly number[]
  readonly before: readonly number[]
  readonly units: readonly number[]
  /** [period][unit]; NaN where there is no value. New values hide published ones. */
  readonly values: readonly Float64Array[]
  /** [period][unit] 1 where the import gives the value. */
  readonly fresh: readonly Uint8Array[]
  /** [period][unit] as published before the import; NaN where nothing was. */
  readonly published: readonly Float64Array[]
  /** Place of the unit that is the whole of the others, or -1. */
  readonly whole: number
  /** Totals that stand in the table and are no unit's, by place of the period. */
  readonly totals: ReadonlyMap<number, number>
  /** Printed 同比 by `period * units + unit`, in percent. */
  readonly growths: ReadonlyMap<number, number>
  /** Digits after the point that the values are printed with at most. */
  readonly decimals: number
  readonly traits: QualityTraits
}

export interface QualityTraits {
  /** Values of parts add up to that of the whole. */
  readonly isAdditive: boolean
  /** A rate, a share or an index: compared by differences, not by ratios. */
  readonly isRate: boolean
  /** A share of something: between 0 and 100. */
  readonly isShare: boolean
  /** Grows from January on within a year. */
  readonly isCumulative: boolean
  /** 同比 is at constant prices while levels are at current ones, as of 地区生产总值. */
  readonly hasPrices: boolean
}

export interface QualityCell {
  readonly period: number
  readonly unit: number
}

/** What a person should look at before it is published. An error blocks, a warning is confirmed, a hint is only shown. */
export interface Finding {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'hint'
  readonly indicator: number
  readonly cells: readonly QualityCell[]
  /** The numbers that decide, as the sentence names them. */
  readonly numbers: Readonly<Record<string, number>>
}

/** A finding about cells by their places. */
export function finding(
  grid: QualityGrid,
  what: Pick<Finding, 'code' | 'severity' | 'numbers'>,
  places: readonly (readonly [period: number, unit: number])[],
): Finding {
  return {
    ...what,
    indicator: grid.indicator,
    cells: places.map(([period, unit]) => ({ period: grid.periods[period]!, unit: grid.units[unit]! })),
  }
}

/** Places of units with a new value in the period. */
export function freshUnits({ fresh, units }: QualityGrid, period: number): number[] {
  const found: number[] = []
  for (let unit = 0; unit < units.length; unit++) if (fresh[period]![unit] === 1) found.push(unit)
  return found
}

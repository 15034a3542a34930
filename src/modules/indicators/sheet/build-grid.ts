import type { Columns } from '../columns/open-columns.ts'
import { type Defined, definitionOn } from '../definitions/defined.ts'
import { isShare } from '../rules/measure/convert-measure.ts'
import { parseMeasure } from '../rules/measure/parse-measure.ts'
import { periodNumber, periodOfNumber } from '../rules/period/period-number.ts'
import { samePeriodEarlier, shiftPeriod } from '../rules/period/shift-period.ts'
import { lastDay } from '../rules/period/span.ts'
import type { QualityGrid, QualityTraits } from '../rules/quality/quality-grid.ts'
import type { BlockKey } from '../store/read-blocks.ts'
import type { Aside, GatheredBlock } from './gather-sheet.ts'

/** So many periods before and after the new ones are looked at. */
const AROUND = 4
const MOST_PERIODS = 2000

export interface GridInput {
  readonly defined: Defined
  readonly blocks: readonly GatheredBlock[]
  readonly asides: readonly Aside[]
  readonly city: number | null
}

/** The periods that the new values of one indicator are compared with: all of one kind, new ones and those around them. */
export function periodsAround({ blocks }: Pick<GridInput, 'blocks'>): number[] {
  const numbers = new Set<number>()
  for (const { period } of blocks) {
    const at = periodOfNumber(period)
    if (!at) continue
    for (let step = -AROUND; step <= AROUND; step++) numbers.add(numberOf(shiftPeriod(at, step)))
    for (const years of [1, 2, -1]) numbers.add(numberOf(samePeriodEarlier(at, years)))
    numbers.add(period)
  }
  numbers.delete(0)
  return [...numbers].sort((a, b) => a - b).slice(0, MOST_PERIODS)
}

const numberOf = (period: Parameters<typeof periodNumber>[0] | undefined) =>
  period ? periodNumber(period) : 0

export const keysOf = (indicator: number, periods: readonly number[]): BlockKey[] =>
  periods.map((period) => ({ indicator, period }))

/** New values of one indicator and one kind of period, over those published. The columns must be loaded. */
export function buildGrid(input: GridInput, columns: Columns): QualityGrid {
  const { defined, blocks, asides, city } = input
  const around = periodsAround(input)
  const published = new Map(around.map((period) => [period, columns.at(defined.number, period)]))
  const fresh = new Map(blocks.map((block) => [block.period, block]))
  const periods = around.filter(
    (period) => fresh.has(period) || published.get(period) || isBetween(period, blocks),
  )
  const units = [
    ...new Set([
      ...blocks.flatMap(({ units }) => units),
      ...periods.flatMap((each) => published.get(each)?.units ?? []),
    ]),
  ].sort((a, b) => a - b)
  const place = new Map(units.map((unit, at) => [unit, at]))
  const placeOfPeriod = new Map(periods.map((period, at) => [period, at]))
  const empty = () => new Float64Array(units.length).fill(Number.NaN)
  let decimals = 0

  const former = periods.map((period) => {
    const row = empty()
    const column = published.get(period)
    column?.units.forEach((unit, at) => {
      const value = column.values[at]
      if (value !== null && value !== undefined) row[place.get(unit)!] = Number(value) / 10 ** column.scale
    })
    return row
  })
  const marks = periods.map(() => new Uint8Array(units.length))
  const values = periods.map((period, at) => {
    const row = Float64Array.from(former[at]!)
    fresh.get(period)?.units.forEach((unit, index) => {
      const value = fresh.get(period)!.values[index]!
      const column = place.get(unit)!
      marks[at]![column] = 1
      row[column] = value === null ? Number.NaN : Number(value)
      const dot = value === null ? -1 : value.indexOf('.')
      if (dot >= 0) decimals = Math.max(decimals, value!.length - dot - 1)
    })
    return row
  })
  const placeBefore = (period: number, years: boolean) => {
    const at = periodOfNumber(period)!
    const other = years ? samePeriodEarlier(at) : shiftPeriod(at, -1)
    return placeOfPeriod.get(numberOf(other)) ?? -1
  }
  const growths = new Map<number, number>()
  const totals = new Map<number, number>()
  for (const aside of asides) {
    const at = placeOfPeriod.get(aside.period)
    if (at === undefined) continue
    if (aside.what === 'total') totals.set(at, Number(aside.value))
    const unit = aside.unit === null ? undefined : place.get(aside.unit)
    if (aside.what === 'growth-year' && unit !== undefined)
      growths.set(at * units.length + unit, Number(aside.value))
  }
  return {
    indicator: defined.number,
    periods,
    yearBefore: periods.map((period) => placeBefore(period, true)),
    before: periods.map((period) => placeBefore(period, false)),
    units,
    values,
    fresh: marks,
    published: former,
    whole: city === null ? -1 : (place.get(city) ?? -1),
    totals,
    growths,
    decimals,
    traits: traitsOf(input),
  }
}

function isBetween(period: number, blocks: readonly GatheredBlock[]): boolean {
  return blocks.some((block) => block.period < period) && blocks.some((block) => block.period > period)
}

function traitsOf({ defined, blocks }: GridInput): QualityTraits {
  const period = periodOfNumber(blocks[0]!.period)!
  const { measure, overUnits, overTime, priceBasis, frequency, name } = definitionOn(defined, lastDay(period))
  const parsed = parseMeasure(measure)
  const isRate = parsed !== undefined && isShare(parsed) && measure !== ''
  return {
    isAdditive: overUnits === 'sum',
    isRate,
    isShare: isRate && /比重|占比|比例|构成|份额|share/i.test(name),
    isCumulative: period.kind === 'cumulative' && (overTime === 'sum' || frequency === 'cumulative'),
    hasPrices: priceBasis !== 'none',
  }
}

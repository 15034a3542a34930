import type { Context } from '../../../../kernel/context.ts'
import type { Columns } from '../../columns/open-columns.ts'
import { type Defined, definitionOn } from '../../definitions/defined.ts'
import type { MeasuredUnits } from '../../measured/measured-units.ts'
import { periodTextOf } from '../../read-period.ts'
import { periodOfNumber } from '../../rules/period/period-number.ts'
import { lastDay } from '../../rules/period/span.ts'
import { findFaults } from '../../rules/quality/find-faults.ts'
import type { ReadingDoubt } from '../../schema/readings.ts'
import { sentenceOf } from '../../sentences.ts'
import { buildGrid, keysOf, periodsAround } from '../../sheet/build-grid.ts'
import type { GatheredBlock } from '../../sheet/gather-sheet.ts'

/** What makes no sense of a single unit that reports before the others. */
const OF_TABLES: ReadonlySet<string> = new Set([
  'indicators.quality-unit-missing',
  'indicators.quality-period-missing',
  'indicators.quality-sum-differs',
  'indicators.quality-shares-sum',
])

export interface EnteredValues {
  readonly defined: Defined
  readonly period: number
  readonly values: readonly { readonly unit: number; readonly value: string | null }[]
}

/** What is doubtful about values that are about to be reported, by the rules that tables are checked by. */
export async function readingDoubts(
  ctx: Context,
  entered: readonly EnteredValues[],
  { columns, units, city }: { columns: Columns; units: MeasuredUnits; city: number | null },
): Promise<ReadingDoubt[]> {
  const inputs = entered.map(({ defined, period, values }) => {
    const sorted = [...values].sort((a, b) => a.unit - b.unit)
    const block: GatheredBlock = {
      indicator: defined.number,
      period,
      units: sorted.map(({ unit }) => unit),
      values: sorted.map(({ value }) => value),
      rows: [],
      columns: [],
    }
    return { defined, blocks: [block], asides: [], city }
  })
  await columns.load(inputs.flatMap((input) => keysOf(input.defined.number, periodsAround(input))))
  return inputs.flatMap((input) =>
    findFaults(buildGrid(input, columns))
      .filter(({ code, severity }) => severity !== 'hint' && !OF_TABLES.has(code))
      .map(({ code, severity, cells, numbers }) => {
        const numbersOfUnits = [...new Set(cells.map(({ unit }) => unit))]
        const { period } = input.blocks[0]!
        const { name } = definitionOn(input.defined, lastDay(periodOfNumber(period)!))
        const unit = numbersOfUnits
          .map((each) => units.byNumber.get(each)?.name ?? each)
          .join(ctx.locale === 'zh-CN' ? '、' : ', ')
        const neighbour = numbers.neighbour ?? numbers.formerPeriod
        const words =
          neighbour === undefined
            ? {}
            : { neighbour: periodTextOf(neighbour), formerPeriod: periodTextOf(neighbour) }
        return {
          indicator: input.defined.code,
          units: numbersOfUnits,
          code,
          severity,
          sentence: sentenceOf(ctx.locale, code, {
            ...numbers,
            ...words,
            indicator: name,
            at: periodTextOf(period),
            unit,
          }),
        }
      }),
  )
}

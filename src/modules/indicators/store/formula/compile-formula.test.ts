import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../../../kernel/ids.ts'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { evaluateFormula } from '../../rules/formula/evaluate-formula.ts'
import { operandsOf } from '../../rules/formula/operands-of.ts'
import { checkText } from '../../rules/formula/testing.ts'
import { cumulativeTo } from '../../rules/period/cumulative-to.ts'
import { periodNumber } from '../../rules/period/period-number.ts'
import { periodsBetween } from '../../rules/period/period-series.ts'
import { readPeriod } from '../../rules/period/period-text.ts'
import type { PeriodKind } from '../../rules/period/time-period.ts'
import type { Column } from '../../rules/values/column.ts'
import { decodeColumn } from '../../rules/values/decode-column.ts'
import { formatScaled } from '../../rules/values/format-scaled.ts'
import { writeBlocks } from '../write-blocks.ts'
import { compileFormula } from './compile-formula.ts'
import { blocksOf, formulaText, PROPERTY_INDICATORS, type TestBlock } from './testing.ts'

const STORED = [1, 2, 3, 4, 5, 6, 10]
const UNITS = [1, 2, 3, 4, 5, 6, 7]
/** Unit 1 is above 2 to 5, and 5 above 6 and 7. */
const parentOf = (unit: number) => (unit === 1 ? undefined : unit <= 5 ? 1 : 5)
const number = (text: string) => periodNumber(readPeriod(text)!)
const months = periodsBetween(readPeriod('2022-01')!, readPeriod('2023-12')!, 'month').map(periodNumber)
const windows = periodsBetween(readPeriod('2022-01')!, readPeriod('2023')!, 'cumulative').map(periodNumber)
const ASKED: Partial<Record<PeriodKind, number[]>> = {
  month: [months[23]!, months[3]!, months[12]!, months[17]!],
  quarter: [number('2023Q4'), number('2022Q1')],
  half: [number('2023H1'), number('2022H2')],
  year: [number('2023'), number('2022')],
  cumulative: [cumulativeTo(2023, 11), cumulativeTo(2023, 2), cumulativeTo(2022, 12)].map(periodNumber),
}

let city: TestCity
let blocks: TestBlock[] = []
beforeAll(async () => {
  city = await openTestCity()
  const stored: [number[], number[]][] = [
    [[1, 2, 3, 4, 5], months],
    [[6], windows],
    [[10], ['2021', '2022', '2023'].map(number)],
  ]
  blocks = stored.flatMap(
    ([indicators, periods]) =>
      fc.sample(blocksOf({ indicators, periods, units: UNITS }), { numRuns: 1, seed: 20_240_410 })[0]!,
  )
  await city.asSystem().transaction(async (tx) => {
    const tenantId = city.tenant.id
    for (const at of STORED)
      await sql`insert into indicators.indicator (tenant_id, id, number, code, created_at, created_by)
        values (${tenantId}, ${newId()}, ${at}, ${`x${at}`}, now(), 'test')`.execute(tx)
    for (const vintage of [1, 2, 3]) {
      await sql`insert into indicators.vintage (tenant_id, number, published_at, published_by, publisher_id, source, note,
          content_hash, blocks, rows)
        values (${tenantId}, ${vintage}, now(), 'test', ${newId()}, '', '', repeat('0', 64), 1, 1)`.execute(
        tx,
      )
      const rows = blocks.filter((block) => block.vintage === vintage)
      await writeBlocks(
        tx,
        { tenantId, vintage },
        rows.map(({ indicator, period, cells }) => ({
          indicator,
          period,
          units: `{${cells.map(([unit]) => unit).join()}}`,
          values: `{${cells.map(([, value]) => value ?? 'NULL').join()}}`,
          notes: null,
        })),
      )
    }
  })
})
afterAll(() => city.close())

/** As of a vintage by going through all blocks: what the newest one says of a unit. */
function columnAsOf(vintage: number) {
  return (indicator: number, period: number): Column | undefined => {
    const cells = new Map<number, string | null>()
    for (const block of blocks)
      if (block.indicator === indicator && block.period === period && block.vintage <= vintage)
        for (const [unit, value] of block.cells) cells.set(unit, value)
    const units = [...cells.keys()].sort((a, b) => a - b)
    return decodeColumn({ period, units, values: units.map((unit) => cells.get(unit)!), vintage })
  }
}

async function both(text: string, { vintage, units }: { vintage: number; units: number[] }) {
  const checked = checkText(text, { indicators: PROPERTY_INDICATORS })
  if (checked.kind === 'refused') return undefined
  const { plan, frequency } = checked
  const periods = ASKED[frequency ?? 'month'] ?? []
  const input = { plan, periods, units, parentOf, cohort: [2, 3, 5] }
  const here = evaluateFormula({ ...input, columnOf: columnAsOf(vintage) }).flatMap((column) =>
    column.units.map((unit, at) => {
      const value = column.values[at]!
      if (value === null) expect(column.missing[at], `${text}: why is there no value`).toBeDefined()
      return { unit, period: column.period, value: value === null ? null : formatScaled(value, column.scale) }
    }),
  )
  const there = await city
    .asSystem()
    .transaction(async (tx) => (await compileFormula({ ...input, vintage }).execute(tx)).rows)
  return { here, there, checked }
}

it('is computed in SQL as here, to the last digit, whatever the formula, the gaps and the revisions', async () => {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(
      formulaText,
      fc.integer({ min: 1, max: 3 }),
      fc.subarray(UNITS, { minLength: 1 }),
      async (text, vintage, units) => {
        const results = await both(text, { vintage, units })
        if (!results) return
        expect({ text, rows: results.here }).toEqual({ text, rows: results.there })
        compared += results.here.filter(({ value }) => value !== null).length
      },
    ),
    { numRuns: 200 },
  )
  expect(compared).toBeGreaterThan(100)
}, 60_000)

it.each([
  ['同比(output)', 8],
  ['季度值(output) ÷ 季度值(people)', 6],
  ['累计(services)', 4],
  ['占比(output)', 10],
  ['per-head', 10],
  ['output ÷ 3 × 3', 15],
  ['月度值(invested)', 10],
  ['季度值(invested) + 季度值(output)', 3],
  ['people ÷ 当年值(residents)', 10],
  ['people ÷ 最近值(residents, 1)', 10],
])('is not only equal because nothing is there: %s', async (text, least) => {
  const results = await both(text, { vintage: 3, units: UNITS })
  expect(results?.here).toEqual(results?.there)
  expect(results?.there.filter(({ value }) => value !== null).length).toBeGreaterThanOrEqual(least)
})

it('asks for what is needed and nothing else', () => {
  const plain = checkText('同比(output) + growth', { indicators: PROPERTY_INDICATORS })
  if (plain.kind === 'refused') return expect.fail('should be a formula')
  expect(operandsOf(plain.plan, [number('2023-05')])).toEqual([
    { indicator: 'output', number: 1, periods: [number('2022-05'), number('2023-05')] },
  ])
})

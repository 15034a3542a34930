import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodNumber } from '../period/period-number.ts'
import { readPeriod } from '../period/period-text.ts'
import type { Column } from '../values/column.ts'
import { decodeColumn } from '../values/decode-column.ts'
import { formatScaled } from '../values/format-scaled.ts'
import { divideRounded, dropDigits } from './decimals.ts'
import { evaluateFormula } from './evaluate-formula.ts'
import { checkText, TEST_INDICATORS } from './testing.ts'

const number = (text: string) => periodNumber(readPeriod(text)!)
const UNITS = [1, 2, 3]

/** Values by code and period, for units 1 to 3. */
type Values = Readonly<Record<string, Readonly<Record<string, readonly (string | null)[]>>>>

function evaluate(text: string, { at, values }: { at: string; values: Values }) {
  const checked = checkText(text)
  if (checked.kind === 'refused') return expect.fail(checked.problems.map(({ code }) => code).join())
  const columnOf = (indicator: number, period: number): Column | undefined => {
    const code = TEST_INDICATORS.find((each) => each.number === indicator)!.code
    const found = Object.entries(values[code] ?? {}).find(([text]) => number(text) === period)
    return found && decodeColumn({ period, units: UNITS, values: found[1], vintage: 1 })
  }
  const parentOf = (unit: number) => (unit === 1 ? undefined : 1)
  const [column] = evaluateFormula({
    plan: checked.plan,
    periods: [number(at)],
    units: UNITS,
    parentOf,
    columnOf,
  })
  return column!
}

const texts = (column: Column) =>
  column.values.map((value) => (value === null ? null : formatScaled(value, column.scale)))

const output = {
  '2024-02': ['110', '0', '-5'],
  '2024-01': ['100', '10', null],
  '2023-02': ['88', '0', '-4'],
}
const services = { '2024-02': ['550000', '1', '7'], '2023-02': ['440000', '2', '7'] }
const values = { output, services, people: { '2024-02': ['3', '7', '0'] } }

describe('a formula gives', () => {
  it.each([
    ['output + services', ['165', '0.0001', '-4.9993']],
    ['output ÷ people', ['36.666666666667', '0', null]],
    ['per-head', ['366666.666666666667', '0', null]],
    ['同比(output)', ['25', null, null]],
    ['环比(output)', ['10', '-100', null]],
    ['比上年同期(output)', ['22', '0', '-1']],
    ['占比(services, output)', ['50', null, '-0.014']],
    ['占比(output)', [null, '0', '-4.545454545455']],
    ['贡献率(services, output)', ['50', null, '0']],
    ['拉动(services, output)', ['12.5', null, null]],
    ['合计(output)', ['105', '105', '105']],
    ['平均(output)', ['35', '35', '35']],
    ['缺失取(同比(output), 0)', ['25', '0', '0']],
    ['如果(output > 0, output, -output)', ['110', '0', '5']],
    ['四舍五入(output ÷ 3, 1)', ['36.7', '0', '-1.7']],
    ['累计(output)', ['210', '10', null]],
    ['前期(output, 12)', ['88', '0', '-4']],
    ['1 ÷ 3 × 3 + output ÷ output × 0', ['1', null, '1']],
  ])('for %s %j', (text, expected) => {
    const at = text.startsWith('累计') ? '2024-01/2024-02' : '2024-02'
    expect(texts(evaluate(text, { at, values }))).toEqual(expected)
  })

  it('the sum of months by month, and no sum when one is missing', () => {
    const months = Object.fromEntries(
      Array.from({ length: 3 }, (_, at) => [`2024-0${at + 1}`, ['1.5', '2', at === 1 ? null : '3']]),
    )
    const column = evaluate('季度值(output)', { at: '2024Q1', values: { output: months } })
    expect(texts(column)).toEqual(['4.5', '6', null])
    expect(column.missing[2]).toEqual({
      reason: 'no-value',
      indicator: 'output',
      unit: 3,
      period: number('2024-02'),
    })
    const stock = evaluate('季度值(people)', { at: '2024Q1', values: { people: months } })
    expect(texts(stock)).toEqual(['1.5', '2', '3'])
    const mean = evaluate('季度值(price)', {
      at: '2024Q1',
      values: { price: { ...months, '2024-02': ['4', '3', '3'] } },
    })
    expect(texts(mean)).toEqual(['2.333333333333', '2.333333333333', '3'])
  })
})

it('A ratio of a quarter is that of its sums, or of a sum and a last value, never a mean of ratios', () => {
  const sums = { '2024-01': ['10', '5', '1'], '2024-02': ['20', '5', null], '2024-03': ['30', '5', '1'] }
  const spent = { '2024-01': ['90000', '0', '0'], '2024-02': ['0', '0', '0'], '2024-03': ['60000', '0', '0'] }
  const people = { '2024-01': ['1', '1', '1'], '2024-02': ['2', '1', '1'], '2024-03': ['3', '0', '1'] }
  const at = { at: '2024Q1', values: { output: sums, services: spent, people } }
  // 60 less 15, of 60; not the mean of 10, 100 and 80 per cent.
  expect(texts(evaluate('季度值(margin)', at))).toEqual(['75', '100', null])
  // 60 亿元 over the 3 万人 at the end.
  expect(texts(evaluate('季度值(each)', at))).toEqual(['200000', null, null])
})

describe('of another frequency', () => {
  const invested = {
    '2024-01': ['10', null, '1'],
    '2024-01/2024-02': ['25.5', '8', '1'],
    '2024-01/2024-03': ['40', '9', '0.5'],
    '2024-01/2024-11': ['200', '90', '7'],
    '2024': ['220', '100', '6'],
  }
  it.each([
    ['月度值(invested)', '2024-01', ['10', null, '1']],
    ['月度值(invested)', '2024-02', ['15.5', null, '0']],
    ['月度值(invested)', '2024-12', ['20', '10', '-1']],
    ['季度值(invested)', '2024Q1', ['40', '9', '0.5']],
    ['季度值(invested)', '2024Q4', [null, null, null]],
    ['年度值(invested)', '2024', ['220', '100', '6']],
    ['累计(output)', '2024-01/2024-02', ['210', '10', null]],
  ])('%s of %s takes a cumulative series apart, or puts one together: %j', (text, at, expected) => {
    expect(texts(evaluate(text, { at, values: { invested, output } }))).toEqual(expected)
  })

  const residents = { '2024': ['5', null, null], '2023': ['4', '8', null], '2022': ['3', '9', null] }
  it.each([
    ['当年值(residents) + people × 0', '2024-02', ['5', null, null]],
    ['当年值(residents) + people × 0', '2023-05', ['4', '8', null]],
    ['最近值(residents) + people × 0', '2024-02', ['4', '8', null]],
    ['最近值(residents) + people × 0', '2024-12', ['5', '8', null]],
    ['最近值(residents, 1) + people × 0', '2025-03', ['5', null, null]],
    ['最近值(residents, 2) + people × 0', '2025-03', ['5', '8', null]],
  ])('%s in %s: %j', (text, at, expected) => {
    const people = { [at]: ['1', '1', '1'] }
    expect(texts(evaluate(text, { at, values: { residents, people } }))).toEqual(expected)
  })

  it('a week ends in the middle of what has not ended, so it takes the month before', () => {
    const column = evaluate('最近值(people, 1)', {
      at: '2024W06',
      values: { people: { '2024-01': ['3', '7', '0'] } },
    })
    expect(texts(column)).toEqual(['3', '7', '0'])
  })
})

describe('why there is no value', () => {
  it.each([
    ['output ÷ people', 3, 'division-by-zero', '2024-02'],
    ['同比(output)', 2, 'base-not-positive', '2024-02'],
    ['环比(output)', 3, 'no-value', '2024-01'],
    ['占比(output)', 1, 'no-parent', '2024-02'],
    ['合计(lag(output, 1))', 1, 'no-value', '2024-01'],
    ['output + lag(services, 1)', 1, 'no-value', '2024-01'],
  ])('of %s for unit %i: %s', (text, unit, reason, period) => {
    const column = evaluate(text, { at: '2024-02', values })
    expect(column.values[unit - 1]).toBeNull()
    expect(column.missing[unit - 1]).toMatchObject({ reason, period: number(period) })
  })

  it('names the unit whose value a sum over units lacks', () => {
    const column = evaluate('合计(lag(output, 1))', { at: '2024-02', values })
    expect(column.missing[0]).toMatchObject({ indicator: 'output', unit: 3 })
  })
})

it('does not leave the numbers that a double holds without noticing', () => {
  const huge = { output: { '2024-02': ['999999999999999', '0.000000000000001', '9007199254740.99'] } }
  expect(texts(evaluate('output × 999999 + output − output', { at: '2024-02', values: huge }))).toEqual([
    '999998999999999000001',
    '0.000000001',
    '9007190247541735259.01',
  ])
})

it('rounds half away from zero, numbers and bigints alike', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
      fc.integer({ min: 1, max: 18 }),
      (value, places) => {
        const exact = divideRounded(BigInt(value), 10n ** BigInt(places))
        expect(BigInt(dropDigits(value, places))).toBe(exact)
        expect(BigInt(dropDigits(BigInt(value), places))).toBe(exact)
      },
    ),
  )
  expect([
    divideRounded(5n, 10n),
    divideRounded(-5n, 10n),
    divideRounded(5n, -10n),
    divideRounded(4n, 10n),
  ]).toEqual([1n, -1n, -1n, 0n])
})

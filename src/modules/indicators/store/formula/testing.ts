import fc from 'fast-check'
import type { FormulaIndicator } from '../../rules/formula/catalogue.ts'
import { TEST_INDICATORS } from '../../rules/formula/testing.ts'

/** The test indicators by month, and formulas over them that are used as operands in turn. */
export const PROPERTY_INDICATORS: readonly FormulaIndicator[] = [
  ...TEST_INDICATORS.filter(({ number }) => number <= 6 || number === 10),
  ...TEST_INDICATORS.filter(({ code }) => code === 'margin'),
  derived('growth', 21, '%', '同比(output)'),
  derived('per-head', 22, '元/人', 'output ÷ people'),
  derived('total', 23, '万元', 'output + 缺失取(services, 0)'),
]

function derived(code: string, number: number, measure: string, formula: string): FormulaIndicator {
  const [base] = TEST_INDICATORS
  return { ...base!, code, number, name: `“${code}”`, measure, formula }
}

const places = fc.integer({ min: 0, max: 12 })
const literal = fc.constantFrom('0', '1', '2', '3', '7', '0.5', '0.000001', '1000000', '33.333')

interface Parts {
  money: string
  number: string
  rate: string
}

/** Formulas by month: of money, of numbers, of rates. Few are refused by the check, none for their units. */
const { money, number, rate } = fc.letrec<Parts>((tie) => {
  const two = (left: fc.Arbitrary<string>, right: fc.Arbitrary<string>, signs: string[]) =>
    fc.tuple(left, fc.constantFrom(...signs), right).map(([a, sign, b]) => `(${a} ${sign} ${b})`)
  const call = (names: string[], ...args: fc.Arbitrary<string>[]) =>
    fc.tuple(fc.constantFrom(...names), ...args).map(([name, ...rest]) => `${name}(${rest.join(', ')})`)
  const part = (name: keyof Parts) => tie(name) as fc.Arbitrary<string>
  const [money, number, rate] = [part('money'), part('number'), part('rate')]
  const step = fc.integer({ min: 1, max: 14 }).map(String)
  const sign = fc.constantFrom('<', '≤', '>', '≥', '=', '≠')
  const test = fc.tuple(money, sign, money).map(([a, is, b]) => `${a} ${is} ${b}`)
  return {
    money: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('output', 'services', 'price', 'total', '12.5[亿元]'),
      two(money, money, ['+', '−']),
      two(money, number, ['×', '÷']),
      two(money, rate, ['×', '÷']),
      money.map((of) => `-${of}`),
      call(['lag'], money, step),
      call(['上年同期', '比上年同期', '合计', '最小', '最大', '平均'], money),
      call(['缺失取', 'max', 'min'], money, literal),
      call(['mean', 'max', 'min', '缺失取'], money, money, money),
      call(['if'], test, money, money),
      call(['round'], money, places.map(String)),
      fc.constantFrom(
        '月度值(invested)',
        '当年值(invested)',
        '最近值(invested, 2)',
        '(people + 当年值(residents)) × 1[元/人]',
      ),
    ),
    number: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      literal,
      two(money, money, ['÷']),
      fc.constantFrom('people ÷ 最近值(residents)', 'people ÷ 当年值(residents)'),
      two(number, number, ['+', '−', '×', '÷']),
      call(['if'], test, number, number),
    ),
    rate: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('rate', 'growth', '5%', '3‰'),
      two(rate, rate, ['+']),
      two(rate, number, ['×', '÷']),
      call(['同比', '环比', '占比'], money),
      call(['占比', '贡献率'], money, money),
      call(['lag'], rate, step),
    ),
  }
})

const gathered = fc
  .tuple(
    fc.constantFrom('累计', '季度值', '半年值', '年度值'),
    fc.constantFrom('+', '−', '÷', '× 2 +'),
    fc.tuple(fc.constantFrom('output', 'services', 'price', 'total'), fc.constantFrom('output', 'services')),
  )
  .chain(([name, sign, [a, b]]) =>
    fc.constantFrom(
      `同比(${name}(${a}))`,
      `${name}(${a}) ${sign} ${name}(${b})`,
      `${name}(${a}) ÷ ${name}(people)`,
      `${name}(${a}) ÷ 最近值(residents)`,
      `${name}(${a}) × ${name}(margin)`,
      ...(name === '累计' ? [] : [`${name}(${a}) − ${name}(invested)`]),
    ),
  )

export const formulaText: fc.Arbitrary<string> = fc.oneof(
  {
    arbitrary: fc.oneof(
      money,
      number,
      rate,
      rate.map((of) => `比上年同期(${of})`),
    ),
    weight: 4,
  },
  { arbitrary: gathered, weight: 1 },
)

export interface TestBlock {
  readonly indicator: number
  readonly period: number
  readonly vintage: number
  readonly cells: readonly (readonly [unit: number, value: string | null])[]
}

const value = fc.oneof(
  { arbitrary: fc.constantFrom('0', '1', '-1', '100'), weight: 1 },
  {
    arbitrary: fc.integer({ min: -999_999, max: 9_999_999 }).map((digits) => (digits / 100).toFixed(2)),
    weight: 4,
  },
  { arbitrary: fc.bigInt({ min: -999_999_999_999_999n, max: 999_999_999_999_999n }).map(String), weight: 1 },
)

/** Without fast-check's liking for the ends, which would leave nothing but gaps. */
const perMille = fc.noBias(fc.integer({ min: 0, max: 999 }))

/** Values of most units (per mille), gaps among them; the later vintages revise some and withdraw some. */
export function blocksOf(keys: {
  indicators: readonly number[]
  periods: readonly number[]
  units: readonly number[]
}) {
  const cellsOf = (share: number, withdrawn: number) =>
    fc
      .tuple(
        ...keys.units.map((unit) =>
          fc
            .tuple(perMille, perMille, value)
            .map(([present, kept, text]) =>
              present < share ? ([[unit, kept < withdrawn ? null : text]] as const) : [],
            ),
        ),
      )
      .map((cells) => cells.flat())
  const block = (indicator: number, period: number) =>
    fc
      .tuple(cellsOf(950, 20), cellsOf(150, 200), cellsOf(100, 200))
      .map((vintages) =>
        vintages.flatMap((cells, at) =>
          cells.length > 0 ? [{ indicator, period, vintage: at + 1, cells }] : [],
        ),
      )
  const pairs = keys.indicators.flatMap((indicator) => keys.periods.map((period) => block(indicator, period)))
  return fc.tuple(...pairs).map((blocks): TestBlock[] => blocks.flat())
}

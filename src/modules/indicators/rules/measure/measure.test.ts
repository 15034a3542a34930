import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conversionFactor, convertDecimal, isShare } from './convert-measure.ts'
import { displayMeasured } from './display-measured.ts'
import { formatMeasure } from './format-measure.ts'
import { BARE, type Measure } from './measure.ts'
import { parseMeasure } from './parse-measure.ts'
import { productOf } from './products.ts'
import data from './units.json' with { type: 'json' }

const get = (text: string): Measure =>
  parseMeasure(text) ?? expect.fail(`${text} should be a unit of measure`)
const one = fc.tuple(fc.constantFrom(...data.units), fc.constantFrom(0, 0, 3, 4, 8)).map(
  ([unit, prefix]): Measure => ({
    prefix: 'isFixed' in unit ? 0 : prefix,
    terms: [{ symbol: unit.symbol, exponent: 1 }],
  }),
)
const measure = fc.oneof(
  one,
  fc.tuple(one, one).map(([a, b]) => productOf(a, b, -1)),
  fc.tuple(one, one, one).map(([a, b, c]) => productOf(productOf(a, b), c, -1)),
)

it.each([
  '亿元',
  '万元',
  '元',
  '万人',
  '人',
  '%',
  '‰',
  '百分点',
  '件',
  '项',
  '公里',
  '平方公里',
  '吨',
  '万吨标准煤',
  '千瓦时',
  '亿千瓦时',
  '美元',
  '亿美元',
  '元/人',
  '万元/平方公里',
  '件/万人',
  '吨标准煤/万元',
  '微克/立方米',
  '万亿元',
  '万标准箱',
  '元/平方米',
])('reads and writes %s', (text) => {
  expect(formatMeasure(get(text))).toBe(text)
})

it.each([
  ['km2', '平方公里'],
  ['个百分点', '百分点'],
  ['万平方米', '万平方米'],
  ['μg/m³', '微克/立方米'],
  ['（亿元）', '亿元'],
  ['％', '%'],
  ['元／人', '元/人'],
  ['万kWh', '万千瓦时'],
])('reads %s as %s', (text, canonical) => {
  expect(formatMeasure(get(text))).toBe(canonical)
})

it.each(['元人', '甲元', '亿%', '元/', '/人', '元//人'])('does not guess what "%s" is', (text) => {
  expect(parseMeasure(text)).toBeUndefined()
})

it('comes back from its text as the same quantity', () => {
  fc.assert(
    fc.property(measure, (one) => {
      const back = get(formatMeasure(one))
      expect(conversionFactor(one, back)).toEqual({ n: 1n, d: 1n })
    }),
  )
})

describe('conversion', () => {
  it.each([
    ['1', '亿元', '万元', '10000'],
    ['12345.67', '元', '亿元', '0.000123456700'.replace(/0+$/, '')],
    ['0.075', '', '%', '7.5'],
    ['7.5', '%', '‰', '75'],
    ['15', '亩', '公顷', '1'],
    ['1', '亩', '平方米', '666.666666666667'],
    ['2', '公里', '米', '2000'],
    ['3', '亿元/万人', '元/人', '30000'],
    ['1', '亿元/平方公里', '元/平方米', '100'],
  ])('of %s %s to %s is %s', (value, from, to, result) => {
    expect(convertDecimal(value, get(from), get(to))).toBe(result)
  })

  it.each([
    ['亿元', '人'],
    ['%', '百分点'],
    ['元', '美元'],
    ['件', '项'],
    ['公里', '平方公里'],
    ['吨', '吨标准煤'],
  ])('of %s to %s is refused', (from, to) => {
    expect(conversionFactor(get(from), get(to))).toBeUndefined()
  })

  it('back and forth changes nothing', () => {
    fc.assert(
      fc.property(measure, measure, (a, b) => {
        const [there, back] = [conversionFactor(a, b), conversionFactor(b, a)]
        expect(there === undefined).toBe(back === undefined)
        if (there && back)
          expect([there.n * back.n, there.d * back.d].map(String)).toEqual([
            String(there.d * back.d),
            String(there.n * back.n),
          ])
      }),
    )
  })
})

it('multiplies and divides units: what was multiplied and divided by is gone', () => {
  expect(formatMeasure(productOf(get('亿元'), get('万人'), -1))).toBe('万元/人')
  expect(formatMeasure(productOf(get('亿元'), get('平方公里'), -1))).toBe('亿元/平方公里')
  expect(formatMeasure(productOf(get('件'), get('万人'), -1))).toBe('件/万人')
  expect(productOf(get('亿元'), get('亿元'), -1)).toEqual(BARE)
  expect(isShare(get('%')) && isShare(productOf(get('公里'), get('米'), -1))).toBe(true)
  expect(isShare(get('百分点')) || isShare(get('元'))).toBe(false)
  fc.assert(
    fc.property(measure, measure, (a, b) => {
      expect(conversionFactor(productOf(productOf(a, b), b, -1), a)).toEqual({ n: 1n, d: 1n })
    }),
  )
})

it.each([
  ['123456789', '元', 'zh-CN', '1.23', '亿元'],
  ['0.5', '亿元', 'zh-CN', '5000', '万元'],
  ['-98765.4321', '万元', 'zh-CN', '-9.88', '亿元'],
  ['5.3', '%', 'zh-CN', '5.3', '%'],
  ['150000', '人', 'zh-CN', '15', '万人'],
  ['12.345', '亿元', 'en', '1.23', 'billion yuan'],
  ['0', '亿元', 'zh-CN', '0', '亿元'],
  ['25', '件/万人', 'zh-CN', '25', '件/万人'],
] as const)('shows %s %s in %s as %s %s', (value, unit, locale, shown, shownUnit) => {
  expect(displayMeasured(value, get(unit), { locale, decimals: 2 })).toEqual({
    value: shown,
    unit: shownUnit,
  })
})

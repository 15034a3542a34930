import { describe, expect, it } from 'vitest'
import { checkText, TEST_INDICATORS } from './testing.ts'

const result = (measure: string) => ({ code: 'new', measure, frequency: 'month' }) as const

describe('the unit of measure', () => {
  it.each([
    ['output ÷ people', '万元/人'],
    ['output + services', '亿元'],
    ['services + output', '万元'],
    ['output × 2', '亿元'],
    ['services ÷ output', '10^-4×1'],
    ['output × rate', '亿元'],
    ['rate − lastyear(rate)', '百分点'],
    ['比上年同期(rate)', '百分点'],
    ['rate + 2[百分点]', '%'],
    ['rate + 5%', '%'],
    ['rate × 2', '%'],
    ['output ÷ lag(output, 1) − 1', ''],
    ['output − 100[万元]', '亿元'],
    ['同比(output)', '%'],
    ['环比(services)', '%'],
    ['占比(services, output)', '%'],
    ['占比(output)', '%'],
    ['贡献率(services, output)', '%'],
    ['拉动(services, output)', '百分点'],
    ['累计(output)', '亿元'],
    ['季度值(people)', '万人'],
    ['缺失取(output, 0)', '亿元'],
    ['如果(people > 100, output, 0)', '亿元'],
    ['max(output, services, 3)', '亿元'],
    ['「总产值」÷常住人口', '万元/人'],
    ['per-head × people', '万元'],
    ['1 ÷ people', '1/万人'],
  ])('of %s is %s', (text, measure) => {
    const checked = checkText(text)
    expect(checked.kind === 'formula' ? checked.measure : checked.problems).toBe(measure)
  })

  it.each([
    ['output ÷ people', '元/人'],
    ['services ÷ output', '%'],
    ['output + services', '元'],
    ['rate', ''],
  ])('of %s is brought to the declared %s', (text, measure) => {
    expect(checkText(text, { result: result(measure) })).toMatchObject({ kind: 'formula', measure })
  })
})

describe('a formula is refused, with the place', () => {
  it.each([
    ['output + people', 'measure-mismatch', 'output + people'],
    ['output + 5', 'number-needs-unit', '5'],
    ['output + 5[公里]', 'measure-mismatch', 'output + 5[公里]'],
    ['output + 5[贝]', 'unknown-unit', '5[贝]'],
    ['ouput + services', 'unknown-indicator-near', 'ouput'],
    ['services + 不存在的', 'unknown-indicator', '不存在的'],
    ['output-people', 'minus-without-spaces', 'output-people'],
    ['同笔(output)', 'unknown-function-near', '同笔(output)'],
    ['sin(output)', 'unknown-function-near', 'sin(output)'],
    ['sqrt_of(output)', 'unknown-function', 'sqrt_of(output)'],
    ['同比(output, 2)', 'argument-count', '同比(output, 2)'],
    ['同比(rate)', 'growth-of-rate', '同比(rate)'],
    ['同比(5)', 'needs-series', '同比(5)'],
    ['环比(invested)', 'no-previous', '环比(invested)'],
    ['lag(output, people)', 'whole-number', 'people'],
    ['lag(output, 0)', 'whole-number', '0'],
    ['output + gdp', 'frequency-mismatch', 'output + gdp'],
    ['累计(output × 2)', 'gather-indicator', '累计(output × 2)'],
    ['累计(rate)', 'gather-undeclared', '累计(rate)'],
    ['季度值(index)', 'gather-undeclared', '季度值(index)'],
    ['季度值(per-head)', 'gather-undeclared', '季度值(per-head)'],
    ['月度值(gdp)', 'gather-frequency', '月度值(gdp)'],
    ['累计(invested)', 'gather-frequency', '累计(invested)'],
    ['月度值(mood)', 'gather-frequency', '月度值(mood)'],
    ['output ÷ residents', 'frequency-mismatch', 'output ÷ residents'],
    ['当年值(output)', 'align-frequency', '当年值(output)'],
    ['最近值(5)', 'needs-series', '最近值(5)'],
    ['最近值(residents, 25)', 'whole-number', '25'],
    ['同比(当年值(residents))', 'needs-series', '同比(当年值(residents))'],
    ['合计(rate)', 'sum-of-rates', '合计(rate)'],
    ['合计(price)', 'not-additive', '合计(price)'],
    ['output > 3', 'comparison-outside-if', 'output > 3'],
    ['如果(output, 1, 2)', 'if-needs-comparison', 'output'],
    ['2[百分点] − rate', 'points-minus-rate', '2[百分点] − rate'],
    ['gdp − gdp-real', 'price-mixed', 'gdp − gdp-real'],
    ['1234567890.1234567 × output', 'number-too-long', '1234567890.1234567'],
  ])('%s: %s', (text, code, where) => {
    const checked = checkText(text)
    const [problem] = checked.kind === 'refused' ? checked.problems : []
    expect(problem?.code).toBe(`indicators.formula-${code}`)
    expect(text.slice(problem?.at, problem?.to)).toBe(where)
  })

  it.each([
    ['output', '万人', 'result-unit'],
    ['services ÷ output × 100', '%', 'times-hundred'],
    ['四舍五入(100 × (services ÷ output), 1)', '%', 'times-hundred'],
    ['累计(output)', '亿元', 'result-frequency'],
  ])('%s as %s: %s', (text, measure, code) => {
    const checked = checkText(text, { result: result(measure) })
    expect(checked.kind === 'refused' && checked.problems[0]?.code).toBe(`indicators.formula-${code}`)
  })

  it('tells all problems at once', () => {
    const checked = checkText('ouput + nobody ÷ 同比(rate)')
    expect(checked.kind === 'refused' && checked.problems.map(({ at }) => at)).toEqual([0, 8, 17])
  })
})

describe('a cycle', () => {
  const [output] = TEST_INDICATORS
  const indicators = [
    { ...output!, code: 'a', number: 11, name: '甲', formula: 'b + output' },
    { ...output!, code: 'b', number: 12, name: '乙', formula: 'c' },
    { ...output!, code: 'c', number: 13, name: '丙', formula: '上年同期(a)' },
    output!,
  ]

  it('is refused and shows its loop', () => {
    const checked = checkText('b + output', { indicators, result: { ...indicators[0]! } })
    expect(checked.kind === 'refused' && checked.problems).toMatchObject([
      { code: 'indicators.formula-cycle', details: { loop: 'a → b → c → a' }, at: 0, to: 1 },
    ])
  })

  it('of others is told without the one that only leads to it', () => {
    const checked = checkText('a', { indicators, result: { ...output!, code: 'new' } })
    expect(checked.kind === 'refused' && checked.problems[0]?.details.loop).toBe('a → b → c → a')
  })

  it('is none where a formula is only named twice', () => {
    const twice = [
      ...TEST_INDICATORS,
      { ...output!, code: 'x', number: 20, name: '某', formula: 'output + output' },
    ]
    expect(checkText('x + x + output', { indicators: twice }).kind).toBe('formula')
  })
})

it('takes the frequency of what a figure of another one is declared to go with', () => {
  const frequencyOf = (text: string) => {
    const checked = checkText(text)
    return checked.kind === 'formula' ? checked.frequency : checked.problems
  }
  expect(frequencyOf('output ÷ 当年值(residents)')).toBe('month')
  expect(frequencyOf('gdp ÷ 最近值(residents, 2)')).toBe('quarter')
  expect(frequencyOf('output ÷ 月度值(invested)')).toBe('month')
  expect(frequencyOf('gdp ÷ 季度值(invested)')).toBe('quarter')
  expect(frequencyOf('同比(output ÷ 当年值(residents))')).toBe('month')
})

it('says that growth of a value at current prices is nominal', () => {
  const checked = checkText('同比(gdp)')
  expect(checked.kind === 'formula' && checked.notes.map(({ code }) => code)).toEqual([
    'indicators.formula-nominal-growth',
  ])
  expect(checkText('同比(gdp-real)')).toMatchObject({ notes: [] })
})

it('names what the formula names itself, by code', () => {
  expect(checkText('「人均产值」 × people')).toMatchObject({
    operands: ['people', 'per-head'],
    frequency: 'month',
  })
})

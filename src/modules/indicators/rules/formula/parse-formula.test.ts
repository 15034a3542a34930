import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nearestName } from './nearest-name.ts'
import { parseFormula } from './parse-formula.ts'
import type { Syntax } from './syntax.ts'

function shape(node: Syntax): string {
  switch (node.kind) {
    case 'number':
      return node.measure === null ? node.value : `${node.value}[${node.measure}]`
    case 'reference':
      return node.name
    case 'negative':
      return `-${shape(node.of)}`
    case 'call':
      return `${node.name}(${node.args.map(shape).join(',')})`
    default:
      return `(${shape(node.left)}${node.sign}${shape(node.right)})`
  }
}

function shapeOf(text: string): string {
  const parsed = parseFormula(text)
  return parsed.kind === 'formula' ? shape(parsed.syntax) : parsed.problems.map(({ code }) => code).join()
}

it.each([
  ['a + b * c', '(a+(b*c))'],
  ['(a + b) × c', '((a+b)*c)'],
  ['a − b − c', '((a-b)-c)'],
  ['a ÷ b ÷ c', '((a/b)/c)'],
  ['-a * b', '(-a*b)'],
  ['- - a', '--a'],
  ['gdp-total - gdp.first', '(gdp-total-gdp.first)'],
  ['a- b', '(a-b)'],
  ['「地区生产总值」÷“常住人口”', '(地区生产总值/常住人口)'],
  ['地区生产总值÷常住人口', '(地区生产总值/常住人口)'],
  ['同比（gdp）', '同比(gdp)'],
  ['占比(a，b)', '占比(a,b)'],
  ['100[亿元] + 5% + 3‰', '((100[亿元]+5[%])+3[‰])'],
  ['if(a ≥ 0, a, -1)', 'if((a>=0),a,-1)'],
  ['# 现价\na /* 亿元 ** */ + b', '(a+b)'],
])('reads %s as %s', (text, expected) => {
  expect(shapeOf(text)).toBe(expected)
})

it.each([
  ['', 'empty', 0],
  ['  # 只有注释', 'empty', 0],
  ['a + ', 'ends-early', 4],
  ['(a + b', 'ends-early', 6],
  ['a + * b', 'unexpected', 4],
  ['a b', 'unexpected', 2],
  ['a + b)', 'unexpected', 5],
  ['同比()', 'unexpected', 3],
  ['a $ b', 'unknown-character', 2],
  ['"gdp', 'unknown-character', 0],
  ['('.repeat(41), 'too-deep', 40],
  ['a'.repeat(2001), 'too-long', 0],
])('says where %j is wrong', (text, code, at) => {
  const parsed = parseFormula(text)
  const [problem] = parsed.kind === 'refused' ? parsed.problems : []
  expect(problem).toMatchObject({ code: `indicators.formula-${code}`, at })
})

it('keeps the place of each part', () => {
  const text = ' 同比( a ) + 「乙 丙」'
  const parsed = parseFormula(text)
  if (parsed.kind !== 'formula' || parsed.syntax.kind !== 'arithmetic') return expect.fail('should be a sum')
  const { left, right } = parsed.syntax
  expect([text.slice(left.at, left.to), text.slice(right.at, right.to)]).toEqual(['同比( a )', '「乙 丙」'])
})

it('is not slowed by a thousand operators', () => {
  expect(parseFormula(Array(1000).fill('a').join('+')).kind).toBe('formula')
  expect(parseFormula(`${'-'.repeat(1999)}a`).kind).toBe('formula')
})

it('suggests the nearest name, and none that is far', () => {
  expect(nearestName('gpd', ['gdp', 'population'])).toBeUndefined()
  expect(nearestName('gdp-totl', ['gdp', 'gdp-total'])).toBe('gdp-total')
  expect(nearestName('地区生产总直', ['地区生产总值', '常住人口'])).toBe('地区生产总值')
  expect(nearestName('xyz', ['gdp'])).toBeUndefined()
})

it('answers every text with a formula or a problem inside the text', () => {
  const piece = fc.constantFrom(
    ...'a 同比 gdp ( ) （ ， + - × ÷ 1.5 % [亿元] 「 」 " # /* */ < = \n 。 😀'.split(' '),
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(text, (written) => {
      const parsed = parseFormula(written)
      if (parsed.kind === 'formula') return
      const [problem] = parsed.problems
      expect(problem!.at).toBeGreaterThanOrEqual(0)
      expect(problem!.to).toBeLessThanOrEqual(written.length)
    }),
  )
})

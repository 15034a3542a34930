import { BARE, type Measure } from './measure.ts'
import { productOf } from './products.ts'
import { findUnit, PREFIXES } from './unit-catalogue.ts'

/**
 * A unit of measure from text: 亿元, 万人, 万元/平方公里, 件/万人, 吨标准煤/万元, %, 个百分点; × or · between units that
 * are multiplied. Nothing at all is a bare number. Undefined when a part of it is not in the catalogue.
 */
export function parseMeasure(text: string): Measure | undefined {
  const flat = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[（(]([^()（）]*)[)）]$/u, '$1')
  if (flat === '' || flat === '1') return BARE
  const [, power = '0', rest = ''] = /^(?:10\^(-?\d{1,2})×)?(.+)$/.exec(flat) ?? []
  const [numerator = '', ...denominators] = rest.split('/')
  let measure = numerator === '1' ? BARE : parseProduct(numerator)
  if (measure) measure = { ...measure, prefix: measure.prefix + Number(power) }
  for (const text of denominators) {
    const divisor = parseProduct(text)
    if (!measure || !divisor) return undefined
    measure = productOf(measure, divisor, -1)
  }
  return measure
}

function parseProduct(text: string): Measure | undefined {
  let measure: Measure | undefined = BARE
  for (const part of text.split(/[·×*]/)) {
    const [, name = '', power = '1'] = /^(.+?)(?:\^(\d))?$/.exec(part) ?? []
    const found = findUnit(name)
    const scale = PREFIXES.find(({ text }) => text === name)
    if (found) {
      const exponent = Number(power)
      const one = { prefix: found.prefix * exponent, terms: [{ symbol: found.unit.symbol, exponent }] }
      measure = productOf(measure, one)
    } else if (scale) measure = productOf(measure, { prefix: scale.power, terms: [] })
    else return undefined
  }
  return measure
}

import { type Fraction, fractionOf, over } from '../exact/fraction.ts'
import data from './units.json' with { type: 'json' }

/** A unit that measures are made of. */
export interface Unit {
  readonly symbol: string
  readonly en: string
  /** What it measures; two units of one dimension convert. Empty for shares of one (%, ‰). */
  readonly dimension: string
  /** How many of the dimension's first unit one of it is. */
  readonly factor: Fraction
  /** Not written with 万 or 亿: %, points, hours. */
  readonly isFixed: boolean
}

const units = data.units.map(({ symbol, en, dimension, factor, ...rest }) => {
  const [numerator = '1', denominator = '1'] = factor.split('/')
  const unit: Unit = {
    symbol,
    en,
    dimension,
    factor: over(fractionOf(numerator), fractionOf(denominator)),
    isFixed: 'isFixed' in rest && rest.isFixed === true,
  }
  return { unit, aliases: rest.aliases ?? [] }
})

const bySymbol = new Map(units.map(({ unit }) => [unit.symbol, unit]))
const byText = new Map(
  units.flatMap(({ unit, aliases }) =>
    [unit.symbol, ...aliases].map((text) => [text.normalize('NFKC').toLowerCase(), unit] as const),
  ),
)

/** 十, 百 … 万亿 with their powers of ten. */
export const PREFIXES: readonly { text: string; en: string; power: number }[] = data.prefixes
const longestFirst = [...PREFIXES].sort((a, b) => b.text.length - a.text.length)

export function unitOf(symbol: string): Unit {
  const unit = bySymbol.get(symbol)
  if (!unit) throw new RangeError(`"${symbol}" is not in the catalogue of units`)
  return unit
}

/** A unit with its prefix from text, 万吨标准煤; whole names first, so that 千瓦时 is not a thousand of something. */
export function findUnit(text: string): { unit: Unit; prefix: number } | undefined {
  const folded = text.toLowerCase()
  const whole = byText.get(folded)
  if (whole) return { unit: whole, prefix: 0 }
  for (const { text: prefix, power } of longestFirst) {
    if (!folded.startsWith(prefix)) continue
    const unit = byText.get(folded.slice(prefix.length))
    if (unit && !unit.isFixed) return { unit, prefix: power }
  }
  return undefined
}

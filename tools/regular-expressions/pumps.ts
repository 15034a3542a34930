const CLASSES: readonly [RegExp, string][] = [
  [/\\s|\\p\{Z/, ' '],
  [/\\s/, '\n'],
  [/\\d|0-9/, '1'],
  [/０-９/, '１'],
  [/\\w|a-z/i, 'a'],
  [/A-Z/, 'A'],
  [/\\p\{|\\u4e00|一-|Han/, '市'],
  [/\\S|\.|\[\^/, 'x'],
  [/\\u[0-9a-f]{4}/i, '\u3000'],
]
const MOST_SIGNS = 22
const MOST_WORDS = 10

/**
 * Short texts that the expression may take again and again: its own signs, its own words, what its classes stand for, and
 * pairs of them. A run of one that ends in something else is what makes an expression go back.
 */
export function pumpsOf(source: string): string[] {
  const plain = source
    .replace(/\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\(\?(?:[:=!]|<[=!]|<\w+>)|\{\d*,?\d*\}/g, ' ')
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\[bBdDsSwWnrtkf]/g, ' ')
    .replace(/\\(.)/g, '$1')
  const classes = CLASSES.filter(([mark]) => mark.test(source)).map(([, sign]) => sign)
  const signs = [...new Set([...classes, ...[...plain].filter((sign) => !'()[]|?*+^$'.includes(sign))])]
  const words = [
    ...new Set(plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1 && word.length < 12)),
  ]
  const few = spread(signs, MOST_SIGNS)
  const pairs = few.slice(0, 7).flatMap((one) => few.slice(0, 7).map((other) => one + other))
  return [...new Set([...few, ...spread(words, MOST_WORDS), ...pairs])]
}

/** From the beginning, the middle and the end alike. */
function spread<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all]
  return Array.from({ length: most }, (_, at) => all[Math.floor((at * all.length) / most)]!)
}

const DIGITS = new Map([...'〇零一二三四五六七八九'].map((digit, i) => [digit, Math.max(0, i - 1)] as const))
DIGITS.set('两', 2)
DIGITS.set('壹', 1)
const SMALL = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])

/**
 * Reads a whole number of Chinese numerals, with or without places (`一千二百零三`, `二〇二四`, `十六`),
 * 万 and 亿 included. Null when it is none.
 */
export function parseChineseNumeral(numeral: string): number | null {
  if (!numeral) return null
  let total = 0
  let section = 0
  let digit: number | null = null
  let plain = ''
  let hasPlace = false
  for (const character of numeral) {
    const value = DIGITS.get(character)
    const place = SMALL.get(character)
    if (value !== undefined) {
      plain += value
      digit = value
    } else if (place !== undefined) {
      section += (digit ?? 1) * place
      digit = null
      hasPlace = true
    } else if (character === '万' || character === '亿') {
      const below = section + (digit ?? 0)
      total = character === '亿' ? (total + below) * 100_000_000 : total + below * 10_000
      section = 0
      digit = null
      hasPlace = true
    } else return null
  }
  if (!hasPlace) return Number(plain)
  return total + section + (digit ?? 0)
}

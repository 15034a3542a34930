import { foldingTable } from './folding-table.ts'

const FULL_WIDTH = new Map([
  [44, '，'.charCodeAt(0)],
  [59, '；'.charCodeAt(0)],
  [58, '：'.charCodeAt(0)],
  [63, '？'.charCodeAt(0)],
  [33, '！'.charCodeAt(0)],
  [46, '。'.charCodeAt(0)],
])
const HYPHEN = 45
const TILDE = 126
const EM_DASH = 0x2014
const QUOTE = 34
const NEW_LINE = 10
const CHUNK = 8192

/**
 * The same text, unit for unit, in simplified script and standard punctuation: half-width `, : ;` beside
 * Chinese characters become full-width, full-width digits and letters half-width, every dash between
 * numbers `-`, straight quotes a pair. For matching only; nothing folded is ever shown.
 */
export function fold(text: string): string {
  const units = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i++) units[i] = foldingTable[text.charCodeAt(i)]!
  let isQuoteOpen = false
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!
    if (unit === NEW_LINE) isQuoteOpen = false
    else if (unit === QUOTE) {
      units[i] = isQuoteOpen ? 0x201d : 0x201c
      isQuoteOpen = !isQuoteOpen
    } else if (unit < 64 && FULL_WIDTH.has(unit)) {
      if (isWide(units[i - 1]) || (unit !== 46 && isWide(units[i + 1]))) units[i] = FULL_WIDTH.get(unit)!
    } else if (unit === EM_DASH || unit === TILDE) {
      if (isBetweenNumbers(units, i)) units[i] = HYPHEN
    }
  }
  return decode(units)
}

/** A range of dates or numbers: `1—11月`, `1月～11月`, `2024年—2026年`, `4%～5%`. */
function isBetweenNumbers(units: Uint16Array, i: number): boolean {
  const before = units[i - 1]
  return isDigit(units[i + 1]) && (isDigit(before) || before === 0x6708 || before === 0x5e74 || before === 37)
}

function isDigit(unit: number | undefined): boolean {
  return unit !== undefined && unit >= 48 && unit <= 57
}

/** Chinese characters, and Chinese quotes and brackets. */
function isWide(unit: number | undefined): boolean {
  return (
    unit !== undefined &&
    ((unit >= 0x3400 && unit <= 0x9fff) ||
      (unit >= 0x3008 && unit <= 0x3011) ||
      unit === 0x201d ||
      unit === 0xff09)
  )
}

function decode(units: Uint16Array): string {
  let text = ''
  for (let i = 0; i < units.length; i += CHUNK)
    text += String.fromCharCode.apply(null, units.subarray(i, i + CHUNK) as unknown as number[])
  return text
}

const DIGITS = '零一二三四五六七八九'

/** Reads a small number as printed, `12`, `十二`, `两`, `二十`; NaN when it is none. */
export function readNumeral(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const plain = text.replace(/[〇○]/g, '零').replace(/两/g, '二')
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(plain)
  if (!match || !plain) return readDigitByDigit(plain)
  if (!match[2])
    return match[1] && match[3] ? readDigitByDigit(plain) : DIGITS.indexOf(match[1] ?? match[3] ?? '')
  return (match[1] ? DIGITS.indexOf(match[1]) : 1) * 10 + (match[3] ? DIGITS.indexOf(match[3]) : 0)
}

/** `二零二四` → 2024. */
function readDigitByDigit(text: string): number {
  if (!text || [...text].some((digit) => !DIGITS.includes(digit))) return Number.NaN
  return Number([...text].map((digit) => DIGITS.indexOf(digit)).join(''))
}

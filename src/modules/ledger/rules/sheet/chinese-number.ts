const DIGITS = '〇一二三四五六七八九'

/**
 * Chinese numerals of dates in figures: 二〇二四年 → 2024年, 十二月 → 12月, 第三季度 → 第3季度. Only those that stand
 * before a word of the calendar are touched.
 */
export function figuresOf(text: string): string {
  return text
    .replace(/[零○Ｏ]/g, '〇')
    .replace(/(?<![〇一二三四五六七八九十])[〇一二三四五六七八九十]+(?=年|月|日|号|季度)/g, (numeral) =>
      String(figureOf(numeral)),
    )
    .replace(/(?<=[Qq])[一二三四]/g, (numeral) => String(figureOf(numeral)))
}

function figureOf(numeral: string): number | string {
  const [tens, ones, more] = numeral.split('十')
  if (ones === undefined) {
    return Number([...numeral].map((digit) => DIGITS.indexOf(digit)).join(''))
  }
  if (more !== undefined || tens!.length > 1 || ones.length > 1) return numeral
  return (tens === '' ? 1 : DIGITS.indexOf(tens!)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones))
}

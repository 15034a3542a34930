/** What a number format makes of a number. */
export type NumberFormat = 'plain' | 'percent' | 'day' | 'time'

/**
 * Formats that a file names by number only (ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are dates in the Chinese,
 * Japanese and Korean locales).
 */
export function builtInFormat(id: number): NumberFormat {
  if (id === 9 || id === 10) return 'percent'
  if ((id >= 14 && id <= 17) || id === 22) return 'day'
  if ((id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58) return 'day'
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id === 55 || id === 56)
    return 'time'
  return 'plain'
}

/** What a format code says: `yyyy"年"m"月"d"日"` is a day, `h:mm` a time, `[h]:mm` a plain number of days. */
export function formatOfCode(code: string): NumberFormat {
  const first = code.split(';')[0]!
  const bare = first
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
  if (/\[[hms]+\]/i.test(bare)) return 'plain'
  const letters = bare.replace(/\[[^\]]*\]/g, '').toLowerCase()
  if (letters.includes('general') || /[#0?]/.test(letters.replace(/s\.0+/g, ''))) {
    return letters.includes('%') ? 'percent' : 'plain'
  }
  if (/[yd年日]/.test(letters) || letters.includes('aaa')) return 'day'
  if (/[hs]/.test(letters)) return 'time'
  return /m/.test(letters) ? 'day' : 'plain'
}

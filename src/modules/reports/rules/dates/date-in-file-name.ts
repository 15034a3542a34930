/** The report's date that a file name tells, `2024-03-15`, `2024-03`, `2024`; a quarter gives its first month. */
export function dateInFileName(fileName: string): string | null {
  const name = fileName.replace(/^.*[\\/]/, '').replace(/\.[A-Za-z0-9]{1,5}$/, '')
  const quarter = /(?<!\d)((?:19|20)\d{2})[-_ 年]?(?:[Qq]|第?)([1-4一二三四])(?:季度|(?!\d))/.exec(name)
  if (quarter && /[Qq]|季度/.test(quarter[0])) {
    const number = '一二三四'.indexOf(quarter[2]!) + 1 || Number(quarter[2])
    return `${quarter[1]}-${String(number * 3 - 2).padStart(2, '0')}`
  }
  const day = /(?<!\d)((?:19|20)\d{2})[-_.年 ]?(\d{1,2})[-_.月 ]?(\d{1,2})日?(?!\d)/.exec(name)
  if (day && isMonth(day[2]!) && Number(day[3]) >= 1 && Number(day[3]) <= 31)
    return `${day[1]}-${day[2]!.padStart(2, '0')}-${day[3]!.padStart(2, '0')}`
  const month = /(?<!\d)((?:19|20)\d{2})(?:[-_.年 ](\d{1,2})|(\d{2}))月?(?!\d)/.exec(name)
  if (month && isMonth((month[2] ?? month[3])!))
    return `${month[1]}-${(month[2] ?? month[3])!.padStart(2, '0')}`
  return /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(name)?.[1] ?? null
}

function isMonth(text: string): boolean {
  return Number(text) >= 1 && Number(text) <= 12
}

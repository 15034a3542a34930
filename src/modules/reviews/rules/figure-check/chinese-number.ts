/** Arabic, or Chinese up to 九十九; undefined for anything else. */
export function chineseNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text)
  const match = /^([一二三四五六七八九两])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (!match || text === '') return undefined
  const digit = (character: string | undefined) =>
    character ? '零一二三四五六七八九'.indexOf(character.replace('两', '二')) : 0
  if (!match[2]) return match[1] && !match[3] ? digit(match[1]) : undefined
  return (match[1] ? digit(match[1]) : 1) * 10 + digit(match[3])
}

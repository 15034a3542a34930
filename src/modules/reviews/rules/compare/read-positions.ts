/** 第3名, 第三, 首位: a position that a text claims. */
const POSITION =
  /第(?<number>\d{1,3}|[一二三四五六七八九十]{1,3})(?=[名位、，。；,;:：）)\s]|$)|(?<first>首位|居首|榜首)/g

/** The positions that a text claims, in its order; a quarter, an issue or an article (第一季度) is none. */
export function readPositions(text: string): number[] {
  return [...text.matchAll(POSITION)].flatMap(({ groups }) => {
    const position = groups!.first ? 1 : numberOf(groups!.number!)
    return position === undefined ? [] : [position]
  })
}

/** Arabic, or Chinese up to 九十九. */
function numberOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text)
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (!match) return undefined
  const [, tens, ten, ones] = match
  const digit = (character: string | undefined) => (character ? '零一二三四五六七八九'.indexOf(character) : 0)
  if (!ten) return tens && !ones ? digit(tens) : undefined
  return (tens ? digit(tens) : 1) * 10 + digit(ones)
}

import type { Range } from '../../model.ts'
import { type ListItem, splitList } from '../text/split-list.ts'

const CLOSING = /^等(?!级|待|距|效|同|量|价)/
const TROUBLE = /等(?:难题|问题|矛盾|瓶颈|障碍|堵点|难点|痛点|短板|困难|现象)$/
const SOLVES =
  /^(?:破解|解决|化解|攻克|攻坚|处理|处置|治理|应对|整治|消除|纠治|打通|补齐|补上|克服|防范|杜绝|纠正)/
/** What makes the end of an item a side of one thing, not a thing of its own: 清晰度和协同性. */
const SIDE = /^[^，、]{1,6}(?:性|度|感|力|率|化)$/

/**
 * Splits what a unit is short in into matters (GUIDELINES §7): every 、 and comma at list level, 以及, and a 及 or
 * 和 that closes the list between two whole matters. A list inside one item (破解…、…等难题) does not split.
 */
export function splitMatters(folded: string, range: Range): Range[] {
  const trimmed = trimList(folded, range)
  const commas = splitList(folded, trimmed, ['，', '；'])
  const items =
    commas.length > 1 ? commas.flatMap((item) => splitAtCommaLevel(folded, item)) : split(folded, trimmed)
  return items.filter((item) => item.end - item.start >= 2)
}

/** Where commas separate, a 、 inside a piece with its own 等 stays inside. */
function splitAtCommaLevel(folded: string, item: Range): Range[] {
  const text = folded.slice(item.start, item.end)
  if (/、.*等/.test(text)) return [item]
  return split(folded, item)
}

function split(folded: string, range: Range): Range[] {
  if (HARDSHIPS.test(folded.slice(range.start, range.end))) return [range]
  const items = mergeInnerLists(folded, splitList(folded, range, ['、', '以及']))
  return items.flatMap((item, i) => (i === items.length - 1 ? splitLast(folded, item) : [item]))
}

/** 停车难、入学难问题 is one matter: 问题 closes what people find hard. */
const HARDSHIPS = /^(?:[^、]{1,8}[难贵慢]、)+[^、]{1,8}[难贵慢]的?问题$/

/** A 及 closes the list or joins two matters; 和 and 与 stay inside one (GUIDELINES §7). */
function splitLast(folded: string, item: Range): Range[] {
  const parts = splitList(folded, item, ['及'])
  if (parts.length !== 2) return [item]
  const left = folded.slice(parts[0]!.start, parts[0]!.end)
  const right = folded.slice(parts[1]!.start, parts[1]!.end)
  return SIDE.test(right) || right.length < 4 || left.length < 4 ? [item] : parts
}

function mergeInnerLists(folded: string, items: readonly ListItem[]): Range[] {
  const merged: Range[] = []
  for (const item of items) {
    const text = folded.slice(item.start, item.end)
    const opener = TROUBLE.test(text)
      ? merged.findLastIndex((each) => SOLVES.test(folded.slice(each.start, each.end)))
      : -1
    if (opener >= 0 && !SOLVES.test(text)) {
      const start = merged[opener]!.start
      merged.splice(opener)
      merged.push({ start, end: item.end })
    } else merged.push({ start: item.start, end: item.end })
  }
  return merged
}

/** Takes 等方面, 等 and marks off the ends of a list. */
function trimList(folded: string, range: Range): Range {
  let { start, end } = range
  while (start < end && /[，、：]/.test(folded[start]!)) start++
  while (end > start && /[，、：]/.test(folded[end - 1]!)) end--
  const tail =
    /等(?:[一二三四五六七八九十\d]+个)?(?:重点)?(?:方面|领域|环节|工作|问题|不足|短板|情况|现象|薄弱环节|任务|指标)?(?:工作)?$/.exec(
      folded.slice(start, end),
    )
  if (
    tail &&
    CLOSING.test(tail[0]) &&
    end - tail[0].length - start >= 2 &&
    !isInner(folded.slice(start, end - tail[0].length))
  )
    end -= tail[0].length
  return { start, end }
}

/** 破解…、…等难题 at the very end of a list keeps its 等难题. */
function isInner(text: string): boolean {
  const last = text.split('，').at(-1)!
  return SOLVES.test(last) && last.includes('、')
}

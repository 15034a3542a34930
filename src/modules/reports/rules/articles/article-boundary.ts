import type { Block } from '../text/block.ts'
import { textOf } from '../text/block.ts'
import type { Headline } from '../text/join-headlines.ts'
import { isNumbered, opensArticle } from '../text/openings.ts'
import { type Draft, headlineText } from './draft.ts'
import { bigramsOf, overlaps } from './overlap.ts'

const CLOSED =
  /(?:出席|参加|列席|陪同)(?:了)?(?:会议|会见|活动|座谈|座谈会|签约|签约仪式|仪式|调研|考察|相关活动|上述活动)?。$|研究了其他(?:事项|工作)。$|（完）$/
const EVENT = /主持|出席|会见|会议|召开|举行|签署|签约|调研|座谈|部署|启动|印发|通报/
const NEWS_LEAD =
  /^[^。]{0,30}(?:昨天|昨日|今天|今日|日前|近日|近期|\d{1,2}月\d{1,2}日|\d{1,2}日(?:上午|下午)?)[^。]{0,70}(?:召开|举行|主持|会见|签署|启动|开工|揭牌|印发|调研|抵达|赴)/
const SAME_DAY = /同日|同一天|当天|随后|会前|会后|期间|也在/
const ENOUGH = 3

/**
 * Whether an article begins at a block: by its opening words, or by scored evidence where none are printed —
 * the article before is closed, headlines speak of another event, the lead reports a new one, the words change.
 */
export function beginsArticle(
  draft: Draft | undefined,
  headlines: readonly Headline[],
  block: Block,
): boolean {
  if (!draft) return true
  const text = textOf(block)
  if (opensArticle(text))
    return (
      !/^各位/.test(text) || (headlines.length > 0 && draft.blocks.length > 0 && isReportTitle(headlines))
    )
  const previous = textOf(draft.blocks[draft.blocks.length - 1] ?? { kind: 'body', lines: [] })
  const isClosed = CLOSED.test(previous)
  const isNews = NEWS_LEAD.test(text.slice(0, 140)) && !SAME_DAY.test(text.slice(0, 40))
  if (!headlines.length) return isClosed && isNews
  if (headlines.every((headline) => isNumbered(headlineText(headline)))) return false
  let score = 0
  if (isClosed) score += 2
  if (isNews) score += 1.5
  if (headlines.length >= 2) score += 1
  if (headlines.some((headline) => EVENT.test(headlineText(headline)))) score += 1.5
  if (headlines.some((headline) => levelOf(headline) > 0 && levelOf(headline) <= topLevel(draft))) score += 2
  const joined = headlines.map(headlineText).join('')
  const [before, after] = overlaps(joined, [bigramsOf(draft.blocks.map(textOf).join('')), bigramsOf(text)])
  if (after! > before! + 0.2) score += 1
  if (before! > after! + 0.4) score -= 1.5
  return score >= ENOUGH
}

function isReportTitle(headlines: readonly Headline[]): boolean {
  return headlines.some((headline) => /报告/.test(headlineText(headline)))
}

function levelOf(headline: Headline): number {
  return headline[0]?.level ?? 0
}

function topLevel(draft: Draft): number {
  const levels = draft.headlines.map(levelOf).filter((level) => level > 0)
  return levels.length ? Math.min(...levels) : 0
}

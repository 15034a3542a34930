import type { Headline } from '../text/join-headlines.ts'
import { headlineText } from './draft.ts'

const EVENT = /主持|出席|会见|举行|召开|签署|讲话|指出|要求|强调|调研|部署/

/**
 * The main headline among those of an article: short, one clause, no persons and no event, which is
 * the way of kicker and deck; the higher heading level and the later of equals. −1 when there is none.
 */
export function chooseTitle(headlines: readonly Headline[]): number {
  const highest = Math.min(...headlines.map(levelOf).filter((level) => level > 0), 9)
  let best = -1
  let bestScore = Number.NEGATIVE_INFINITY
  for (const [i, headline] of headlines.entries()) {
    const text = headlineText(headline)
    let score = 0.01 * i - text.length / 12
    if (EVENT.test(text)) score -= 2
    if (/[，,]/.test(text)) score -= 2
    if (/：/.test(text)) score -= 1.5
    if (/[，、：]$/.test(text)) score -= 3
    if (text.length < 4) score -= 3
    if (headline.some((line) => /\S\s+\S/.test(line.text))) score -= 0.4
    if (/^(?:——|副标题|[—─])/.test(text)) score -= 3
    if (levelOf(headline) > 0 && levelOf(headline) === highest) score += 4
    if (score > bestScore) [best, bestScore] = [i, score]
  }
  return best
}

function levelOf(headline: Headline): number {
  return headline[0]?.level ?? 0
}

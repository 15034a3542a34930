import { type Block, textOf } from '../text/block.ts'
import { type Headline, joinHeadlines } from '../text/join-headlines.ts'
import type { Line } from '../text/line.ts'
import { beginsArticle } from './article-boundary.ts'
import { headlineLength, isByline, isIssuingOffice } from './byline.ts'
import { type Draft, headlineText } from './draft.ts'
import { bigramsOf, overlaps } from './overlap.ts'

const CLEARLY = 1.8

/**
 * Tells the articles of a text apart. Headlines go with the body they stand before; those collected
 * before or after all bodies, and those that plainly speak of another body, go with that one.
 */
export function splitArticles(blocks: readonly Block[]): Draft[] {
  const drafts: Draft[] = []
  let pending: Line[] = []
  for (const block of blocks) {
    if (block.kind === 'headline') {
      pending.push(...block.lines.flatMap(headlineOnly))
      continue
    }
    const headlines = withoutOffices(joinHeadlines(pending))
    const draft = drafts[drafts.length - 1]
    if (beginsArticle(draft, headlines, block)) drafts.push({ headlines, blocks: [block] })
    else {
      for (const headline of headlines) draft!.blocks.push({ kind: 'headline', lines: headline })
      draft!.blocks.push(block)
    }
    pending = []
  }
  const loose = joinHeadlines(pending).filter((headline) => !isIssuingOffice(headlineText(headline)))
  if (!drafts.length && loose.length)
    return [{ headlines: [], blocks: loose.map((lines) => ({ kind: 'body', lines })) }]
  if (drafts.length > 1) putBack(drafts, loose)
  else if (drafts[0])
    drafts[0].headlines.push(...(drafts[0].headlines.length ? spokenOf(loose, drafts[0]) : loose))
  for (const draft of drafts) draft.headlines = withoutRepeats(draft.headlines)
  return drafts
}

function headlineOnly(line: Line): Line[] {
  const length = headlineLength(line.text)
  const text = line.text.slice(0, length)
  return length === 0 || isByline(text) ? [] : [{ ...line, end: line.start + length, text }]
}

/** Gives every headline to the article whose body speaks of it; where it stands decides unless another clearly fits better. */
function putBack(drafts: Draft[], loose: readonly Headline[]): void {
  const bodies = drafts.map((draft) => bigramsOf(draft.blocks.map(textOf).join('')))
  const moves: { headline: Headline; from: Draft | undefined; to: Draft }[] = []
  for (const [i, draft] of drafts.entries())
    for (const headline of draft.headlines) {
      const scores = overlaps(headlineText(headline), bodies)
      const best = scores.indexOf(Math.max(...scores))
      if (best !== i && scores[best]! > 0.5 && scores[best]! > CLEARLY * scores[i]!)
        moves.push({ headline, from: draft, to: drafts[best]! })
    }
  for (const headline of loose) {
    const scores = overlaps(headlineText(headline), bodies)
    moves.push({ headline, from: undefined, to: drafts[scores.indexOf(Math.max(...scores))]! })
  }
  for (const { headline, from, to } of moves) {
    if (from) from.headlines = from.headlines.filter((other) => other !== headline)
    to.headlines.push(headline)
  }
}

/** Headlines after a body that has its own: only what the body speaks of, not the foot of a page. */
function spokenOf(loose: readonly Headline[], draft: Draft): Headline[] {
  const body = bigramsOf(draft.blocks.map(textOf).join(''))
  return loose.filter((headline) => overlaps(headlineText(headline), [body])[0]! > 0.5)
}

/** The issuing office stands beside a title; alone it is all there is. */
function withoutOffices(headlines: readonly Headline[]): Headline[] {
  const others = headlines.filter((headline) => !isIssuingOffice(headlineText(headline)))
  return others.length ? others : [...headlines]
}

function withoutRepeats(headlines: readonly Headline[]): Headline[] {
  const texts = headlines.map(headlineText)
  return headlines.filter((_, i) => {
    const isInAnother = texts.some(
      (other) => other.length > texts[i]!.length && isShortFormOf(texts[i]!, other),
    )
    return texts.indexOf(texts[i]!) === i && !isInAnother
  })
}

/** A headline that a longer one repeats, word for word or with words left out. */
function isShortFormOf(short: string, long: string): boolean {
  if (short.length <= 6) return false
  const grams = [...bigramsOf(short)]
  const others = bigramsOf(long)
  return long.includes(short) || grams.filter((gram) => others.has(gram)).length >= 0.8 * grams.length
}

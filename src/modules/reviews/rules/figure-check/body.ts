import type { ReadReport } from '../../../reports/index.ts'

export type Span = [start: number, end: number]
export type CheckedArticle = ReadReport['articles'][number]

/** A stretch of an article's body. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** The slices of the text as received that a stretch quotes: maximal runs of consecutive offsets. */
export function slicesOf({ body }: CheckedArticle, { start, end }: Stretch): Span[] {
  const spans: Span[] = []
  for (let i = start; i < Math.min(end, body.text.length); i++) {
    if (body.text[i] === '\n') continue
    const offset = body.at[i]!
    const last = spans.at(-1)
    if (last && last[1] === offset) last[1] = offset + 1
    else spans.push([offset, offset + 1])
  }
  return spans
}

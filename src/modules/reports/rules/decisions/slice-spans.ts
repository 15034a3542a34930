import { invalid } from '../../../../kernel/errors.ts'
import type { Span } from '../../schema.ts'
import { isSpace } from '../text/mapped-text.ts'

/**
 * The slices of the text as received that the spans point at (UTF-16 offsets, `[start, end)`).
 * @throws `reports.span-outside` when one lies outside the text, is empty, or cuts a character in two.
 */
export function sliceSpans(text: string, spans: readonly Span[]): string[] {
  return spans.map(([start, end]) => {
    const whole = start >= 0 && start < end && end <= text.length
    if (!whole || splitsCharacter(text, start) || splitsCharacter(text, end)) {
      throw invalid('reports.span-outside', { start, end, length: text.length })
    }
    return text.slice(start, end)
  })
}

/**
 * A span as a person selected it, without white space at its ends.
 * @throws `reports.span-outside`, `reports.span-blank`
 */
export function trimSpan(text: string, span: Span): Span {
  sliceSpans(text, [span])
  let [start, end] = span
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  if (start === end) throw invalid('reports.span-blank', { start: span[0], end: span[1] })
  return [start, end]
}

function splitsCharacter(text: string, offset: number): boolean {
  return isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset))
}
const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

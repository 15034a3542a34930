import type { Span } from '../../schema.ts'
import type { MappedText, Range } from '../model.ts'
import { fold } from './fold.ts'

/** Maps a stretch of the text as received, leaving out white space and byte-order marks. */
export function mapText(
  received: string,
  ranges: readonly Range[] = [{ start: 0, end: received.length }],
): MappedText {
  let size = 0
  for (const range of ranges) size += range.end - range.start
  const at = new Int32Array(size)
  let text = ''
  let length = 0
  for (const range of ranges) {
    let runStart = -1
    for (let i = range.start; i < range.end; i++) {
      if (isSpace(received.charCodeAt(i))) {
        if (runStart >= 0) text += received.slice(runStart, i)
        runStart = -1
      } else {
        if (runStart < 0) runStart = i
        at[length++] = i
      }
    }
    if (runStart >= 0) text += received.slice(runStart, range.end)
  }
  return { text, folded: fold(text), at: at.slice(0, length) }
}

/** Joins whole paragraphs with one `\n` each, whose offset is that of what follows. */
export function joinParagraphs(paragraphs: readonly MappedText[]): { body: MappedText; paragraphs: Range[] } {
  const kept = paragraphs.filter((paragraph) => paragraph.text.length > 0)
  const at = new Int32Array(
    kept.reduce((sum, paragraph) => sum + paragraph.text.length + 1, kept.length ? -1 : 0),
  )
  const ranges: Range[] = []
  let length = 0
  for (const paragraph of kept) {
    if (length > 0) at[length++] = paragraph.at[0]!
    at.set(paragraph.at, length)
    ranges.push({ start: length, end: length + paragraph.text.length })
    length += paragraph.text.length
  }
  const text = kept.map((paragraph) => paragraph.text).join('\n')
  return {
    body: { text, folded: kept.map((paragraph) => paragraph.folded).join('\n'), at },
    paragraphs: ranges,
  }
}

/** A piece of a mapped text, as a mapped text of its own. */
export function sliceMapped(body: MappedText, range: Range): MappedText {
  const { start, end } = range
  return {
    text: body.text.slice(start, end),
    folded: body.folded.slice(start, end),
    at: body.at.subarray(start, end),
  }
}

/**
 * The pieces of the text as received that a range of a body quotes: maximal runs of consecutive offsets,
 * without the white space at a break, in order of the body (a broken column can make them run backwards).
 */
export function spansOf(body: MappedText, range: Range): Span[] {
  const spans: Span[] = []
  for (let i = Math.max(0, range.start); i < Math.min(range.end, body.text.length); i++) {
    if (body.text.charCodeAt(i) === 10) continue
    const offset = body.at[i]!
    const last = spans[spans.length - 1]
    if (last && last[1] === offset) last[1] = offset + 1
    else spans.push([offset, offset + 1])
  }
  return spans
}

/** White space as printed: ASCII, no-break, ideographic and zero-width spaces, control characters, byte-order mark. */
export function isSpace(unit: number): boolean {
  return (
    unit <= 32 ||
    unit === 0x3000 ||
    (unit >= 0x7f && unit <= 0xa0) ||
    unit === 0xad ||
    (unit >= 0x2000 && unit <= 0x200f) ||
    (unit >= 0x2028 && unit <= 0x202f) ||
    unit === 0x205f ||
    unit === 0x2060 ||
    unit === 0xfeff
  )
}

import { fold, type ReadReport } from '../../../reports/index.ts'
import type { CheckedArticle } from './body.ts'
import { maskSentence, type Sentence } from './sentence.ts'

/** One printed line, trimmed, in offsets of the text as received. */
export interface PrintedLine {
  readonly start: number
  readonly end: number
  /** Folded, its spaces and tabs kept. */
  readonly text: string
  readonly isBlankBefore: boolean
}

/** The text as received as if it were one article's body: offsets of lines and cells are those of the text. */
export function readAsPrinted({ received, articles }: ReadReport): CheckedArticle {
  const at = Int32Array.from({ length: received.length }, (_, i) => i)
  const body = { text: received, folded: fold(received), at }
  return { ...(articles[0] as CheckedArticle), index: 0, title: null, body, paragraphs: [] }
}

export function printedLines({ body }: CheckedArticle): PrintedLine[] {
  const lines: PrintedLine[] = []
  let isBlankBefore = true
  for (const { index, 0: raw } of body.folded.matchAll(/[^\n\r\f\u2028\u2029]+/g)) {
    const lead = raw.length - raw.trimStart().length
    const text = raw.trim()
    const start = index + lead
    isBlankBefore = /\n[ \t\r]*\n[ \t\u3000]*$/.test(body.folded.slice(Math.max(0, start - 12), start))
    if (text) lines.push({ start, end: start + text.length, text, isBlankBefore })
  }
  return lines
}

/** Lines that stand in no article's body, headlines and lines taken for them, as sentences of their own. */
export function looseSentences(
  report: ReadReport,
  printed: CheckedArticle,
  lines: readonly PrintedLine[],
): Sentence[] {
  const isInBody = new Uint8Array(report.received.length)
  for (const { body } of report.articles) for (const offset of body.at) isInBody[offset] = 1
  return lines.flatMap((line, i) => {
    let inside = 0
    for (let k = line.start; k < line.end; k++) inside += isInBody[k]!
    if (inside * 2 > line.end - line.start || line.text.length > 400 || line.text.includes('\t')) return []
    return [maskSentence(printed, i, { start: line.start, text: line.text })]
  })
}

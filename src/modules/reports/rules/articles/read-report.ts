import type { Article, ReadReport } from '../model.ts'
import { joinParagraphs, mapText } from '../text/mapped-text.ts'

/** Reads the text as received into repaired articles. Pure and synchronous; same input, same result. */
export function readReport(received: string, options: { date?: string; fileName?: string } = {}): ReadReport {
  const paragraphs: { start: number; end: number }[][] = [[]]
  for (const line of received.matchAll(/[^\n\r]+/g)) {
    if (!line[0].trim()) continue
    const current = paragraphs.at(-1)!
    const last = current.at(-1)
    const isBreak = last && /[。！？]["”’』」）)]*\s*$/.test(received.slice(last.start, last.end))
    const range = { start: line.index, end: line.index + line[0].length }
    if (isBreak) paragraphs.push([range])
    else current.push(range)
  }
  const articles: Article[] = []
  let group: (typeof paragraphs)[number][] = []
  const flush = () => {
    if (!group.length) return
    const { body, paragraphs: ranges } = joinParagraphs(group.map((ranges) => mapText(received, ranges)))
    articles.push({
      index: articles.length,
      title: null,
      otherHeadlines: [],
      kind: 'other',
      body,
      paragraphs: ranges,
      meeting: null,
      sectionPeriod: null,
    })
    group = []
  }
  for (const ranges of paragraphs) {
    if (ranges.length && /^\s*本报讯/.test(received.slice(ranges[0]!.start, ranges[0]!.end))) flush()
    if (ranges.length) group.push(ranges)
  }
  flush()
  return {
    received,
    reportDate: { value: options.date ?? null, from: options.date ? 'given' : 'unknown' },
    articles,
    repairs: [],
  }
}

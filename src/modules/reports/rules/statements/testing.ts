import type { Register } from '../../../units/index.ts'
import type { Article, FoundStatement, ReadReport } from '../model.ts'
import { joinParagraphs, mapText } from '../text/mapped-text.ts'
import { findStatements } from './find-statements.ts'

/** How a test's text is read: as one article, its paragraphs parted by line ends. */
export interface TestReading {
  readonly date?: string
  readonly kind?: Article['kind']
  readonly speakingUnits?: readonly string[]
  readonly register?: Register
}

/** Makes a report of one article out of clean text, without the repair of print. */
export function reportOf(text: string, options: TestReading = {}): ReadReport {
  let start = 0
  const ranges = text.split('\n').map((line) => {
    const range = { start, end: start + line.length }
    start += line.length + 1
    return range
  })
  const { body, paragraphs } = joinParagraphs(ranges.map((range) => mapText(text, [range])))
  const meeting = options.speakingUnits
    ? { name: '季度工作会议', period: null, chair: null, speakingUnits: options.speakingUnits }
    : null
  return {
    received: text,
    reportDate: { value: options.date ?? '2024-04', from: 'given' },
    articles: [
      {
        index: 0,
        title: null,
        otherHeadlines: [],
        kind: options.kind ?? 'quarterly-review',
        body,
        paragraphs,
        meeting,
        sectionPeriod: null,
      },
    ],
    repairs: [],
  }
}

/** The statements of one kind that a text makes. */
export function found(
  kind: FoundStatement['kind'],
  text: string,
  options: TestReading = {},
): FoundStatement[] {
  return findStatements(reportOf(text, options), { register: options.register }).filter(
    (each) => each.kind === kind,
  )
}

import type { ReportArticle, Span } from '../../schema.ts'
import type { MappedText, ReadReport } from '../model.ts'
import type { ResolveName } from './propose-statements.ts'

/** The articles of a report as they are stored: where each stands, and which units spoke. */
export function describeArticles(
  report: Pick<ReadReport, 'articles'>,
  resolve: ResolveName,
): ReportArticle[] {
  return report.articles.map(({ index, title, otherHeadlines, kind, body, meeting }) => ({
    index,
    title,
    otherHeadlines: [...otherHeadlines],
    kind,
    span: extentOf(body),
    meeting: meeting && {
      name: meeting.name,
      period: meeting.period,
      chair: meeting.chair,
      speakingUnits: meeting.speakingUnits.map((name) => ({ name, unitId: resolve(name) })),
    },
  }))
}

/** First and last offset; a broken column can make the body run backwards, so both ends are looked for. */
function extentOf({ at }: MappedText): Span {
  let [start, end] = [Number.POSITIVE_INFINITY, 0]
  for (const offset of at) {
    start = Math.min(start, offset)
    end = Math.max(end, offset + 1)
  }
  return end === 0 ? [0, 0] : [start, end]
}

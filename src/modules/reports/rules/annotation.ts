import type { ArticleKind, Span } from '../schema.ts'
import { type AnnotatedStatements, annotateStatements } from './annotate-statements.ts'
import type { Article, FoundStatement, Meeting, ReadReport } from './model.ts'

export interface AnnotatedArticle {
  readonly title: string | null
  /** First twelve characters of the body, white space left out. */
  readonly firstWords: string
  readonly kind: ArticleKind
  readonly otherHeadlines?: readonly string[]
  /** First and last offset of its body in the text as received. */
  readonly span: Span | null
}

/** A read report in the form of the annotation guidelines (issue 2, `GUIDELINES.md` section 1), plus `spans`. */
export interface Annotation extends AnnotatedStatements {
  readonly source: string
  readonly reportDate: string | null
  readonly reportDateFrom: string
  readonly articles: readonly AnnotatedArticle[]
  /** The meeting that names speaking units; if none does, the first. */
  readonly meeting: Meeting | null
  readonly meetings: readonly (Meeting & { readonly article: number })[]
}

/**
 * Turns what was found in one report into the annotation that people write by hand: same keys, same order as in the
 * text, `text` the quoted slices joined without white space, `spans` those slices in UTF-16 units as received.
 */
export function toAnnotation(
  report: ReadReport,
  statements: readonly FoundStatement[],
  fileName: string,
): Annotation {
  const meetings = report.articles.flatMap(({ index, meeting }) =>
    meeting ? [{ article: index, ...meeting }] : [],
  )
  return {
    source: fileName,
    reportDate: report.reportDate.value,
    reportDateFrom: report.reportDate.from,
    articles: report.articles.map(annotateArticle),
    meeting: mainMeeting(report.articles),
    meetings,
    ...annotateStatements(report, statements),
  }
}

function annotateArticle({ title, otherHeadlines, kind, body }: Article): AnnotatedArticle {
  const flat = body.text.replaceAll('\n', '')
  return {
    title,
    firstWords: Array.from(flat.slice(0, 24)).slice(0, 12).join(''),
    kind,
    ...(otherHeadlines.length > 0 && { otherHeadlines }),
    span: boundsOf(body.at),
  }
}

function boundsOf(at: Int32Array): Span | null {
  if (at.length === 0) return null
  return [at.reduce((a, b) => Math.min(a, b)), at.reduce((a, b) => Math.max(a, b)) + 1]
}

function mainMeeting(articles: readonly Article[]): Meeting | null {
  const meetings = articles.flatMap(({ meeting }) => meeting ?? [])
  return meetings.find(({ speakingUnits }) => speakingUnits.length > 0) ?? meetings[0] ?? null
}

import type { Span } from '../schema.ts'
import type { FoundStatement, Range, ReadReport } from './model.ts'
import { spansOf } from './text/mapped-text.ts'

/**
 * What a statement quotes: the slices of the text as received in the order in which they are read, their join without
 * white space, and the joins of its parts. Touching slices are one span.
 */
export function quoteStatement(
  report: ReadReport,
  statement: FoundStatement,
): { text: string; spans: Span[]; parts: string[] } {
  const article = report.articles.find(({ index }) => index === statement.articleIndex)
  if (!article) return { text: '', spans: [], parts: [] }
  const textOf = ({ start, end }: Range) => article.body.text.slice(start, end).replaceAll('\n', '')
  return {
    text: statement.ranges.map(textOf).join(''),
    spans: mergeTouching(statement.ranges.flatMap((range) => spansOf(article.body, range))),
    parts: (statement.task?.parts ?? []).map(textOf),
  }
}

function mergeTouching(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const [start, end] of spans) {
    const last = merged.at(-1)
    if (last && last[1] === start) last[1] = end
    else merged.push([start, end])
  }
  return merged
}

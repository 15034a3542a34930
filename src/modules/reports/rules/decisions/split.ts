import type { SplitStatement } from '../../requests.ts'
import type { Statement } from '../../schema.ts'
import { sliceSpans, trimSpan } from './slice-spans.ts'

/**
 * The statements that one which holds several matters is split into, waiting for a person again. Each quotes its
 * own part where one was selected, otherwise the whole of what the former one quoted.
 * @throws `reports.span-outside`, `reports.span-blank`
 */
export function splitStatement(
  statement: Statement,
  parts: SplitStatement['subjects'],
  { text, nextId }: { text: string; nextId: () => string },
): Statement[] {
  return parts.map(({ subject, span }) => {
    const spans = span ? [trimSpan(text, span)] : statement.spans
    return {
      ...statement,
      id: nextId(),
      status: 'proposed',
      subject,
      spans,
      quote: sliceSpans(text, spans),
      decidedBy: null,
      decidedAt: null,
      version: 1,
    }
  })
}

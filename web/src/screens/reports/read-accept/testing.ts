import type { Statement } from '../../../api/model.ts'

let count = 0

/** A statement for tests: a shortfall that nobody has decided, unless said otherwise. */
export function statementOf(change: Partial<Statement> = {}): Statement {
  count++
  return {
    id: `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`,
    reportId: '00000000-0000-7000-8000-aaaaaaaaaaaa',
    status: 'proposed',
    kind: 'shortfall',
    detail: {},
    unitName: '青渡区',
    unitId: '00000000-0000-7000-8000-bbbbbbbbbbbb',
    subject: '社区托育点位不足',
    period: null,
    spans: [[0, 8]],
    quote: ['社区托育点位不足'],
    confidence: 0.8,
    rule: 'shortfall.deficient',
    articleIndex: 0,
    decidedBy: null,
    decidedAt: null,
    version: 1,
    ...change,
  } as Statement
}

import { expect, it } from 'vitest'
import { statementOf } from '../testing.ts'
import { proposeParts, spanOfPart, splitOf } from './split-parts.ts'
import { additionOf, correctionOf, draftOfSelection, draftOfStatement } from './statement-draft.ts'
import { unitSpokenOf } from './unit-spoken-of.ts'

const rank = statementOf({
  kind: 'rank',
  detail: { scope: '全市', position: 2, streakYears: null },
} as never)

it('sends only what changed', () => {
  const draft = draftOfStatement(rank)
  expect(correctionOf(rank, draft)).toBeUndefined()
  expect(correctionOf(rank, { ...draft, position: '1', period: '2024Q1' })).toEqual({
    period: '2024Q1',
    detail: { position: 1 },
  })
  expect(correctionOf(rank, { ...draft, scope: ' ' })).toEqual({ detail: { scope: null } })
})

it('ties an addition to the selected words and fills only the fields of its kind', () => {
  const draft = { ...draftOfSelection('task', 'u', '各区要\n整治停车'), deadline: '2024-06-30', scope: 'x' }
  expect(additionOf(draft, [5, 13])).toEqual({
    kind: 'task',
    span: [5, 13],
    unitId: 'u',
    subject: '各区要整治停车',
    period: null,
    detail: { leadUnitId: null, supportingUnitIds: [], deadline: '2024-06-30' },
  })
})

it('proposes the parts of a sentence and ties each to its own words, also over a broken line', () => {
  const statement = statementOf({
    subject: '老旧电梯更新、沿街空铺盘活',
    spans: [[100, 115]],
    quote: ['老旧电梯更\n新、沿街空铺盘活'],
  })
  expect(proposeParts(statement)).toEqual(['老旧电梯更新', '沿街空铺盘活'])
  expect(splitOf(statement, ['老旧电梯更新', '空铺', ' '])).toEqual([
    { subject: '老旧电梯更新', span: [100, 107] },
    { subject: '空铺', span: [110, 112] },
  ])
  expect(spanOfPart(statement, '电梯停用')).toBeUndefined()
})

it('takes the unit of the nearest statement before the selection', () => {
  const one = statementOf({ unitId: 'a', spans: [[0, 4]] })
  const two = statementOf({ unitId: 'b', spans: [[20, 24]] })
  expect(unitSpokenOf([two, one], [12, 14])).toBe('a')
  expect(unitSpokenOf([two], [12, 14])).toBeNull()
})

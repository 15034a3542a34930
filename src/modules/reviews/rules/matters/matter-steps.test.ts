import { expect, test } from 'vitest'
import { type MatterFacts, type MatterPart, matterState, matterSteps } from './matter-steps.ts'

const A = { id: 'a', review: '2024Q1', at: '2024-04-10' }
const B = { id: 'b', review: '2025Q1', at: '2025-04-10' }
const steps = (facts: Partial<MatterFacts<MatterPart>>) =>
  matterSteps({ parts: [B, A], work: [], outcomes: [], settledOn: null, ...facts })
const stateOf = (facts: Partial<MatterFacts<MatterPart>>) => matterState(steps(facts))

test('told once it is open, told again it came back', () => {
  expect(stateOf({ parts: [A] })).toBe('open')
  expect(stateOf({})).toBe('came-back')
  expect(steps({}).map(({ review }) => review)).toEqual(['2024Q1', '2025Q1'])
})

test('a statement and a line of one review are one step', () => {
  expect(stateOf({ parts: [A, { id: 'line', review: '2024Q1', at: '2024-04-08' }] })).toBe('open')
})

test('it is resolved when the items of its last step are all closed, and not before', () => {
  const closed = { partId: 'b', state: 'closed', closedOn: '2025-06-01' }
  const open = { partId: 'b', state: 'in-progress', closedOn: null }
  expect(stateOf({ work: [closed] })).toBe('resolved')
  expect(stateOf({ work: [closed, open] })).toBe('came-back')
  expect(stateOf({ work: [closed, { ...open, state: 'withdrawn' }] })).toBe('resolved')
  expect(stateOf({ work: [{ ...open, state: 'withdrawn' }] })).toBe('came-back')
  expect(stateOf({ work: [{ ...closed, partId: 'a' }] })).toBe('came-back')
})

test('resolved between two reviews and told again: each step says for itself', () => {
  const work = [{ partId: 'a', state: 'closed', closedOn: '2024-09-01' }]
  expect(steps({ work }).map(({ resolvedOn }) => resolvedOn)).toEqual(['2024-09-01', null])
})

test("a person's word settles the step before it only", () => {
  expect(steps({ settledOn: '2024-12-01' }).map(({ resolvedOn }) => resolvedOn)).toEqual(['2024-12-01', null])
  expect(stateOf({ settledOn: '2025-05-01' })).toBe('resolved')
})

test('the sheet of a later review says what became of it', () => {
  const said = { partId: 'b', on: '2025-07-08' }
  expect(stateOf({ outcomes: [{ ...said, outcome: 'improving' }] })).toBe('came-back')
  expect(stateOf({ outcomes: [{ ...said, outcome: 'resolved' }] })).toBe('resolved')
})

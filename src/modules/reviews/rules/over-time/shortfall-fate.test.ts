import { expect, test } from 'vitest'
import { type FollowedShortfall, shortfallFate } from './shortfall-fate.ts'

const fate = (facts: Partial<FollowedShortfall>) =>
  shortfallFate({
    nextAt: '2024-07-10',
    outcome: null,
    resolvedOn: null,
    isToldAgain: false,
    isMentioned: false,
    items: [],
    ...facts,
  })

test.each([
  ['no next review yet', { nextAt: null, outcome: 'resolved' }, 'too-early'],
  ['the sheet says so', { outcome: 'improving', isToldAgain: true }, 'improving'],
  [
    'all its items closed in time',
    { resolvedOn: '2024-07-10', items: [{ enteredOn: '2024-05-01' }] },
    'resolved',
  ],
  [
    'closed only after the review',
    { resolvedOn: '2024-08-01', items: [{ enteredOn: '2024-05-01' }] },
    'followed',
  ],
  ['told again', { isToldAgain: true, items: [{ enteredOn: '2024-05-01' }] }, 'came-back'],
  ['only spoken of', { isMentioned: true }, 'followed'],
  ['an item that came after the review', { items: [{ enteredOn: '2024-09-01' }] }, 'forgotten'],
  ['nothing at all', {}, 'forgotten'],
] as const)('%s', (_, facts, expected) => {
  expect(fate(facts)).toBe(expected)
})

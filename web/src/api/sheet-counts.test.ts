import { expect, test } from 'vitest'
import { sheetCounts } from './sheet-counts.ts'

test('a line left out is counted where it stands, but no longer as stale', () => {
  const line = { side: 'shortfall' as const, included: true, words: null, stale: { reason: 'gone' } }
  const own = { side: 'follow-up' as const, included: true, words: 'said', stale: null }
  const none = { strengths: 0, shortfalls: 1, followUps: 1, leftOut: 0, worded: 1, stale: 1 }
  expect(sheetCounts([line, own])).toEqual(none)
  expect(sheetCounts([{ ...line, included: false }, own])).toEqual({ ...none, leftOut: 1, stale: 0 })
})

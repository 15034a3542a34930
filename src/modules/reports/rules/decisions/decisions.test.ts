import fc from 'fast-check'
import { expect, test } from 'vitest'
import { STATEMENT_KINDS } from '../../schema.ts'
import { planDecision } from './plan-decision.ts'
import { reportDay } from './report-day.ts'
import { sliceSpans, trimSpan } from './slice-spans.ts'

const kind = fc.constantFrom(...STATEMENT_KINDS)
const status = fc.constantFrom('proposed' as const, 'accepted' as const, 'rejected' as const)
const decision = fc.constantFrom('accept' as const, 'reject' as const, 'reopen' as const)
const unitId = fc.constantFrom(null, 'u1')

test('only a proposed statement is accepted or rejected, only a decided one reopened', () => {
  fc.assert(
    fc.property(kind, status, unitId, decision, (k, s, u, d) => {
      const plan = planDecision({ kind: k, status: s, unitId: u }, d)
      const isPossible = (s === 'proposed') !== (d === 'reopen')
      const lacksUnit = d === 'accept' && u === null && k !== 'task' && k !== 'metric'
      expect(plan.kind).toBe(isPossible && !lacksUnit ? 'decided' : 'refused')
    }),
  )
})

test('a trimmed span is inside the selected one, not blank at its ends, and its slice is the text there', () => {
  const text = fc.string({ unit: fc.constantFrom(' ', '\n', '　', '区', '𠮷', '🏙️', 'a'), maxLength: 30 })
  fc.assert(
    fc.property(text, fc.nat(40), fc.nat(40), (received, a, b) => {
      let span: [number, number]
      try {
        span = trimSpan(received, [a, b])
      } catch (error) {
        expect((error as { code: string }).code).toMatch(/^reports\.span-(outside|blank)$/)
        return
      }
      const [quote] = sliceSpans(received, [span])
      expect(span[0]).toBeGreaterThanOrEqual(a)
      expect(span[1]).toBeLessThanOrEqual(b)
      expect(quote).toBe(received.slice(...span))
      expect(quote).toBe(quote!.trim())
      expect(quote!.isWellFormed()).toBe(true)
    }),
  )
})

test.each([
  ['2024-01', '2024-01-31'],
  ['2024', '2024-12-31'],
  ['2024-01-15', '2024-01-15'],
  [null, null],
])('names in a report of %s are resolved as of %s', (date, day) => {
  expect(reportDay(date)).toBe(day)
})

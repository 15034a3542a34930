import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planStart } from './plan-start.ts'
import { type Speech, speechSeconds } from './speech-seconds.ts'

const at = (seconds: number) => new Date(1_700_000_000_000 + seconds * 1000)

test('stretches are added; the one that runs counts until now', () => {
  const speeches = [
    { startedAt: at(0), stoppedAt: at(90) },
    { startedAt: at(200), stoppedAt: null },
  ]
  expect(speechSeconds(speeches, at(215))).toBe(105)
  expect(speechSeconds([], at(0))).toBe(0)
})

test('a clock of a browser that runs ahead gives no time back', () => {
  expect(speechSeconds([{ startedAt: at(10), stoppedAt: null }], at(5))).toBe(0)
})

test('starting one stops whoever runs; a start that comes late ends where the next began', () => {
  const running = [{ startedAt: at(0), stoppedAt: null }]
  expect(planStart(running, at(60))).toEqual({ cut: running[0], stoppedAt: null })
  const next = [{ startedAt: at(100), stoppedAt: null }]
  expect(planStart(next, at(60))).toEqual({ cut: null, stoppedAt: at(100) })
})

test('however late starts arrive, no two stretches overlap', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { maxLength: 8 }), (starts) => {
      let speeches: Speech[] = []
      for (const start of starts) {
        const { cut, stoppedAt } = planStart(speeches, at(start))
        speeches = speeches.map((one) => (one === cut ? { ...one, stoppedAt: at(start) } : one))
        speeches.push({ startedAt: at(start), stoppedAt })
      }
      // Without a stop somebody speaks all the time from the first start on, and never two.
      const span = starts.length > 0 ? 100 - Math.min(...starts) : 0
      expect(speechSeconds(speeches, at(100))).toBe(span)
    }),
  )
})

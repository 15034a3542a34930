import { expect, test } from 'vitest'
import { speechSeconds } from './speech-seconds.ts'

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

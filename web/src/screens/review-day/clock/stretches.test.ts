import { expect, it } from 'vitest'
import type { SpeechClock } from '../../../api/review-day.ts'
import { formatSeconds, runningOf, secondsUsed, stretchesOf } from './stretches.ts'

const at = (time: string) => `2025-01-10T06:${time}Z`
const instant = (time: string) => Date.parse(at(time))
const speaker = (unitId: string, speeches: SpeechClock['speakers'][number]['speeches']) => ({
  unitId,
  position: 1,
  minutes: 10,
  secondsUsed: 0,
  secondsLeft: 600,
  isRunning: false,
  speeches,
})
const clock: SpeechClock = {
  reviewId: 'r',
  now: at('10:00'),
  running: { id: 'two', unitId: 'b', startedAt: at('08:00') },
  speakers: [
    speaker('a', [{ id: 'one', startedAt: at('00:00'), stoppedAt: at('07:05') }]),
    speaker('b', [{ id: 'two', startedAt: at('08:00'), stoppedAt: null }]),
  ],
}

it('counts stretches that ended and the one that runs', () => {
  const stretches = stretchesOf(clock, [])
  expect(secondsUsed(stretches, 'a', instant('10:00'))).toBe(425)
  expect(secondsUsed(stretches, 'b', instant('10:00'))).toBe(120)
  expect(runningOf(stretches)?.id).toBe('two')
})

it('adds what waits on this device: starting one stops the other, and nothing twice', () => {
  const start = { id: 'three', unitId: 'a', do: 'start', at: at('09:00') } as const
  const stretches = stretchesOf(clock, [start, start, { ...start, do: 'stop', at: at('09:30') }])
  expect(secondsUsed(stretches, 'b', instant('20:00'))).toBe(60)
  expect(secondsUsed(stretches, 'a', instant('20:00'))).toBe(455)
  expect(runningOf(stretches)).toBeUndefined()
})

it.each([
  [0, '0:00'],
  [425, '7:05'],
  [4025, '1:07:05'],
])('%i seconds read %s', (seconds, text) => {
  expect(formatSeconds(seconds)).toBe(text)
})

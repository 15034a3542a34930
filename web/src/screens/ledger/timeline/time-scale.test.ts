import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, daysBetween } from '../../../../../src/kernel/day.ts'
import { filledShare, monthAfter, monthBeside, placeOf, spanOn, timeScale } from './time-scale.ts'

it('shows the natural stretch around a day, or the one that was asked for', () => {
  expect(timeScale('quarter', { day: '2024-05-17' })).toMatchObject({ from: '2024-04-01', to: '2024-06-30' })
  expect(timeScale('year', { day: '2024-05-17' })).toMatchObject({ from: '2024-01-01', to: '2024-12-31' })
  expect(timeScale('month', { day: '2024-02-17' })).toMatchObject({ from: '2024-02-01', to: '2024-02-29' })
  const asked = timeScale('quarter', { day: '2024-05-17', month: '2023-11' })
  expect(asked).toMatchObject({ from: '2023-11-01', to: '2024-01-31' })
  expect(asked.ticks.map(({ day }) => day)).toEqual(['2023-11-01', '2023-12-01', '2024-01-01'])
})

it('steps by whole stretches over the turn of a year', () => {
  expect(monthBeside(timeScale('quarter', { day: '2024-01-09' }), -1)).toBe('2023-10')
  expect(monthAfter('2023-12', 1)).toBe('2024-01')
})

it('cuts a bar to what can be seen; a bar outside is not drawn', () => {
  const scale = timeScale('month', { day: '2024-04-10' })
  expect(spanOn(scale, '2024-03-01', '2024-05-31')).toEqual({ left: 0, width: 100 })
  expect(spanOn(scale, '2024-04-01', '2024-04-15')).toEqual({ left: 0, width: 50 })
  expect(spanOn(scale, '2024-01-01', '2024-03-31')).toBeUndefined()
})

it('fills the visible part of a bar as the whole is filled', () => {
  const scale = timeScale('month', { day: '2024-04-10' })
  const whole = { from: '2024-04-01', to: '2024-04-30', progress: 40 }
  expect(filledShare(scale, whole)).toBeCloseTo(40)
  const halfBefore = { from: '2024-03-02', to: '2024-04-30', progress: 50 }
  expect(filledShare(scale, halfBefore)).toBeCloseTo(0)
  expect(filledShare(scale, { ...halfBefore, progress: 75 })).toBeCloseTo(50)
  expect(filledShare(scale, { ...halfBefore, progress: 100 })).toBeCloseTo(100)
})

it('places later days further right, and a month beside is the stretch before or after', () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1990-01-01', count))
  fc.assert(
    fc.property(fc.constantFrom('month', 'quarter', 'year'), day, day, (name, one, other) => {
      const scale = timeScale(name, { day: one })
      expect(Math.sign(placeOf(one, scale) - placeOf(other, scale))).toBe(Math.sign(daysBetween(other, one)))
      const next = timeScale(name, { day: one, month: monthBeside(scale, 1) })
      expect(daysBetween(scale.to, next.from)).toBe(1)
      expect(monthBeside(next, -1)).toBe(scale.month)
    }),
  )
})

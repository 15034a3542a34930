import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../kernel/day.ts'
import type { Light } from '../schema.ts'
import { dueRange, itemLight } from './item-light.ts'

const LIGHTS: readonly Light[] = ['none', 'on-plan', 'due-soon', 'overdue']
const day = fc.integer({ min: -800, max: 800 }).map((count) => addDays('2024-02-28', count))

test.each([
  [null, 'none'],
  ['2024-04-09', 'overdue'],
  ['2024-04-10', 'due-soon'],
  ['2024-04-13', 'due-soon'],
  ['2024-04-14', 'on-plan'],
] as const)('on 10 April an item due %s is %s', (dueOn, light) => {
  expect(itemLight({ dueOn }, '2024-04-10')).toBe(light)
})

test('a light only worsens as days pass', () => {
  fc.assert(
    fc.property(day, day, fc.nat(400), (dueOn, asOf, later) => {
      const [before, after] = [itemLight({ dueOn }, asOf), itemLight({ dueOn }, addDays(asOf, later))]
      expect(LIGHTS.indexOf(after)).toBeGreaterThanOrEqual(LIGHTS.indexOf(before))
    }),
  )
})

test('a later deadline never gives a worse light', () => {
  fc.assert(
    fc.property(day, day, fc.nat(400), (dueOn, asOf, later) => {
      const [before, after] = [itemLight({ dueOn }, asOf), itemLight({ dueOn: addDays(dueOn, later) }, asOf)]
      expect(LIGHTS.indexOf(after)).toBeLessThanOrEqual(LIGHTS.indexOf(before))
    }),
  )
})

test('the ranges that the store asks for are the lights of the rule', () => {
  fc.assert(
    fc.property(day, day, fc.constantFrom(...LIGHTS.slice(1)), (dueOn, asOf, light) => {
      const range = dueRange(light, asOf)!
      const inside = (range.from === null || range.from <= dueOn) && (range.to === null || dueOn <= range.to)
      expect(inside).toBe(itemLight({ dueOn }, asOf) === light)
    }),
  )
})

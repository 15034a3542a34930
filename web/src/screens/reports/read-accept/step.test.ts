import { expect, it } from 'vitest'
import { nextOpen, stepFrom } from './step.ts'
import { statementOf } from './testing.ts'

const [one, two, three] = [statementOf(), statementOf({ status: 'accepted' }), statementOf()]
const order = [one, two, three]

it('steps through the list and holds at its ends', () => {
  expect(stepFrom(order, one.id, 1)).toBe(two)
  expect(stepFrom(order, one.id, -1)).toBe(one)
  expect(stepFrom(order, three.id, 1)).toBe(three)
  expect(stepFrom(order, 'gone', 1)).toBe(one)
})

it('goes to the next open statement after a decision, round to the top, or nowhere', () => {
  expect(nextOpen(order, one.id)).toBe(three)
  expect(nextOpen(order, three.id)).toBe(one)
  expect(nextOpen([two], two.id)).toBeUndefined()
})

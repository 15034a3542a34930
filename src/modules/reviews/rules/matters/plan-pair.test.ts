import { expect, test } from 'vitest'
import { planConfirmed, planDismissed } from './plan-pair.ts'

const began = (id: string) => (id === 'm1' ? '2023Q1' : '2024Q1')

test.each([
  [[], { kind: 'begin' }],
  [[['a', 'm1']], { kind: 'add', matterId: 'm1', partId: 'b' }],
  [[['b', 'm1']], { kind: 'add', matterId: 'm1', partId: 'a' }],
  [
    [
      ['a', 'm1'],
      ['b', 'm1'],
    ],
    { kind: 'nothing' },
  ],
  [
    [
      ['a', 'm2'],
      ['b', 'm1'],
    ],
    { kind: 'merge', intoId: 'm1', fromId: 'm2' },
  ],
] as const)('a confirmed pair of %j', (standing, plan) => {
  expect(planConfirmed(['a', 'b'], new Map(standing as readonly [string, string][]), began)).toEqual(plan)
})

test('a matter falls apart where the only link between its parts was taken away', () => {
  expect(planDismissed(['a', 'b', 'c'], [['b', 'c']], ['a', 'b'])).toEqual([['b', 'c']])
  expect(planDismissed(['a', 'b'], [], ['a', 'b'])).toEqual([['b']])
})

test('it holds together when the parts are linked another way', () => {
  expect(
    planDismissed(
      ['a', 'b', 'c'],
      [
        ['a', 'c'],
        ['b', 'c'],
      ],
      ['a', 'b'],
    ),
  ).toEqual([])
})

test('what a person put there by hand, without a link, stays', () => {
  expect(planDismissed(['a', 'b', 'line'], [], ['a', 'b'])).toEqual([['b']])
})

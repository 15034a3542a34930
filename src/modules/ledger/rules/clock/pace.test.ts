import { expect, test } from 'vitest'
import { type PacedItem, pace } from './pace.ts'

const item = (rest: Partial<PacedItem>): PacedItem => ({
  weight: 1,
  progress: 0,
  plan: { kind: 'linear' },
  startOn: '2024-01-01',
  dueOn: '2024-12-31',
  ...rest,
})

test('half the time and half the work are even, a hundredth of a point less is behind', () => {
  const even = pace([item({ progress: 30, weight: 1.5 }), item({ progress: 80, weight: 1 })], '2024-06-30')
  expect(even).toEqual({
    counted: 2,
    withoutClock: 0,
    weight: '2.5',
    timePassed: '1.25',
    expected: '1.25',
    progress: '1.25',
    isBehindTime: false,
    isBehindPlan: false,
  })
  expect(pace([item({ progress: 49.99 })], '2024-06-30').isBehindTime).toBe(true)
})

test('a plan by nodes is behind the time and not behind its plan', () => {
  const nodes = [
    { name: '开工', on: '2024-06-01', progress: 10 },
    { name: '竣工', on: '2024-12-31', progress: 100 },
  ]
  const found = pace([item({ plan: { kind: 'nodes', nodes }, progress: 10 })], '2024-06-30')
  expect([found.timePassed, found.expected, found.progress]).toEqual(['0.5', '0.1', '0.1'])
  expect([found.isBehindTime, found.isBehindPlan]).toEqual([true, false])
})

test('items without a clock are named and not counted', () => {
  const found = pace([item({ dueOn: null }), item({ progress: 100, weight: 0.001 })], '2024-06-30')
  expect(found).toMatchObject({
    counted: 1,
    withoutClock: 1,
    weight: '0.001',
    timePassed: '0.0005',
    progress: '0.001',
  })
})

test('nothing is nothing', () => {
  expect(pace([], '2024-06-30')).toMatchObject({
    counted: 0,
    weight: '0',
    progress: '0',
    isBehindTime: false,
  })
})

test('a million heavy items keep every digit', () => {
  const heavy = item({ progress: 33.33, weight: 999_999.999 })
  const found = pace(
    (function* () {
      for (let count = 0; count < 1_000_000; count++) yield heavy
    })(),
    '2024-06-30',
  )
  expect([found.weight, found.progress]).toEqual(['999999999000', '333299999666.7'])
})

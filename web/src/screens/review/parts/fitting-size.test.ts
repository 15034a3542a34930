import { expect, test } from 'vitest'
import { fittingSize } from './fitting-size.ts'

const line = { text: '二〇二三年九月诉求办结率列第一'.repeat(3), small: '市统计局月报'.repeat(4) }
const sizeOf = (count: number) => fittingSize(Array.from({ length: count }, () => line))

test('a few lines are printed in the usual size, many smaller, and none below what can be read', () => {
  expect(sizeOf(5)).toBe(10.5)
  expect(sizeOf(20)).toBeLessThan(10.5)
  expect(sizeOf(20)).toBeGreaterThan(7)
  expect(sizeOf(300)).toBe(7)
})

test('more lines are never printed larger', () => {
  const sizes = Array.from({ length: 60 }, (_, count) => sizeOf(count))
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
})

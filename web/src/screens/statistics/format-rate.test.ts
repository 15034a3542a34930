import { expect, it } from 'vitest'
import { formatRate } from './format-rate.ts'

it.each([
  ['1', '100%'],
  ['0', '0%'],
  ['0.5', '50%'],
  ['0.3333', '33.3%'],
  ['0.9999', '99.9%'],
  ['0.0049', '0.4%'],
  [null, '—'],
])('says %s as %s', (rate, words) => {
  expect(formatRate(rate)).toBe(words)
})

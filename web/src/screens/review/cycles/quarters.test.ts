import { expect, test } from 'vitest'
import { quarterAfter, quarterBefore, quartersAround } from './quarters.ts'

test('quarters follow each other across a year', () => {
  expect(quarterAfter('2023Q4')).toBe('2024Q1')
  expect(quarterAfter('2024Q1')).toBe('2024Q2')
})

test('the quarter to be reviewed is the one that has ended', () => {
  expect(quarterBefore('2024-01-02')).toBe('2023Q4')
  expect(quarterBefore('2024-03-31')).toBe('2023Q4')
  expect(quarterBefore('2024-04-01')).toBe('2024Q1')
})

test('those to choose from go from next year back, each once', () => {
  const all = quartersAround('2024-05-05')
  expect([all[0], all.at(-1), new Set(all).size]).toEqual(['2025Q4', '2019Q1', 28])
})

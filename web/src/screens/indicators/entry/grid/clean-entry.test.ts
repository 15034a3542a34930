import { expect, it } from 'vitest'
import { cleanEntry } from './clean-entry.ts'

it.each([
  ['1,234.50', '1234.5'],
  [' 12 345 ', '12345'],
  ['１２．５', '12.5'],
  ['-0.0', '0'],
  ['', ''],
  ['—', null],
  ['--', null],
])('takes %j as %j', (text, value) => {
  expect(cleanEntry(text)).toEqual({ kind: 'value', value })
})

it.each([
  ['12,34', 'not-a-number'],
  ['12%', 'not-a-number'],
  ['1e5', 'not-a-number'],
  ['1234567890123456', 'too-many-digits'],
])('refuses %j: %s', (text, reason) => {
  expect(cleanEntry(text)).toEqual({ kind: 'wrong', reason })
})

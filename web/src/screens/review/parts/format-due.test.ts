import { expect, test } from 'vitest'
import { formatDue } from './format-due.ts'

test('what is due when a day begins is due at the end of the day before, also across a year', () => {
  expect(formatDue('2024-04-17T16:00:00.000Z')).toBe('2024-04-17 24:00')
  expect(formatDue('2023-12-31T16:00:00.000Z')).toBe('2023-12-31 24:00')
  expect(formatDue('2024-04-13T01:00:00.000Z')).toBe('2024-04-13 09:00')
})

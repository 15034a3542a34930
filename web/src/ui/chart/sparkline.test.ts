import { expect, test } from 'vitest'
import { segmentsOf } from './sparkline.tsx'

test('a gap breaks the line', () => {
  expect(segmentsOf([null, 1, 2, null, null, 3, null])).toEqual([[1, 2], [5]])
  expect(segmentsOf([])).toEqual([])
})

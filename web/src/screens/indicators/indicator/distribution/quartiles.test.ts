import { expect, it } from 'vitest'
import { quartiles } from './quartiles.ts'

it('are those of a spreadsheet', () => {
  expect(quartiles([7, 1, 3, 5])).toEqual([1, 2.5, 4, 5.5, 7])
  expect(quartiles([2])).toEqual([2, 2, 2, 2, 2])
  expect(quartiles([])).toBeUndefined()
})

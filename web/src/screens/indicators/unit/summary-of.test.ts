import { expect, it } from 'vitest'
import type { UnitStanding } from '../../../api/measured-units.ts'
import { summaryOf } from './summary-of.ts'

const at = (rank: number | null, of = 7, sharedBy = 1) => ({ rank, of, sharedBy }) as UnitStanding

it('counts places, the last one also where it is shared', () => {
  const standings = [at(1), at(1, 1), at(3), at(7), at(6, 7, 2), at(5, 7, 2), at(null)]
  expect(summaryOf(standings)).toEqual({ ranked: 6, first: 2, firstThree: 3, last: 2 })
})

import { expect, it } from 'vitest'
import { quickPeriods } from './quick-periods.ts'

it('offers the periods that ended last', () => {
  expect(quickPeriods('2026-04-14')).toEqual(['2026-03', '2026-01/2026-03', '2026Q1', '2025H2', '2025'])
})

it('offers no window twice', () => {
  expect(quickPeriods('2026-01-05')).toEqual(['2025-12', '2025', '2025Q4', '2025H2'])
})

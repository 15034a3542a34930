import { expect, it } from 'vitest'
import type { Series } from '../../../../api/indicators.ts'
import { breaksIn, trendOf } from './trend-lines.ts'

const series = {
  periods: ['2023', '2024-01', '2024-02', '2024-03'],
  units: [
    { key: 'a', name: 'A', unitId: null, values: ['9', '1', null, '3'] },
    { key: 'b', name: 'B', unitId: null, values: ['9', '4', '5', '6'] },
  ],
  breaks: ['2024-02-01'],
  revisions: [
    { period: '2024-03', unit: 'a', vintage: 1, value: '2' },
    { period: '2023', unit: 'a', vintage: 1, value: '8' },
    { period: '2024-03', unit: 'b', vintage: 1, value: '7' },
  ],
} as unknown as Series

it('draws the chosen units over the chosen periods, with what was revised in them', () => {
  const trend = trendOf(series, ['2024-01', '2024-02', '2024-03'], ['a', 'nobody'])
  expect(trend.lines).toHaveLength(1)
  expect(trend.lines[0]).toMatchObject({
    values: ['1', null, '3'],
    revisions: [{ period: '2024-03', vintage: 1, value: '2' }],
  })
  expect(trend.breaks).toEqual([{ at: 1, day: '2024-02-01' }])
})

it('breaks before the first period that ends by the new definition, and not at the ends', () => {
  expect(breaksIn(['2024-01', '2024-02'], ['2024-02-29'])).toEqual([{ at: 1, day: '2024-02-29' }])
  expect(breaksIn(['2024-01', '2024-02'], ['2020-01-01', '2025-01-01'])).toEqual([])
})

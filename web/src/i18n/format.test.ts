import { expect, it } from 'vitest'
import { formatInstant, formatNumber, formatPeriod, formatShare } from './format.ts'

it.each([
  ['2024Q1', '2024年一季度', '2024 Q1'],
  ['2023', '2023年', '2023'],
  ['2024-05', '2024年5月', '2024-5'],
  ['2023-01/2023-11', '2023年1—11月', '2023, months 1–11'],
  ['2023-11/2024-02', '2023年11月—2024年2月', '2023-11 to 2024-2'],
  ['someday', 'someday', 'someday'],
])('says the period %s', (period, zh, en) => {
  expect(formatPeriod('zh-CN', period)).toBe(zh)
  expect(formatPeriod('en', period)).toBe(en)
})

it('shortens large numerals as the language does, and never rounds a small one away', () => {
  expect(formatNumber('zh-CN', '125000000000')).toBe('1250亿')
  expect(formatNumber('en', '125000000000')).toBe('125B')
  expect(formatNumber('zh-CN', '7.38')).toBe('7.38')
  expect(formatNumber('zh-CN', 'a hundred')).toBe('a hundred')
})

it('gives no share of nothing', () => {
  expect(formatShare(10, 91)).toBe('11%')
  expect(formatShare(0, 0)).toBe('—')
})

it('says an instant by the city’s time also on a machine that stands elsewhere (an item entered at ten read 02:00)', () => {
  expect(formatInstant('2026-03-02T02:00:00.000Z')).toBe('2026-03-02 10:00')
  expect(formatInstant('2026-03-02T16:05:00.000Z')).toBe('2026-03-03 00:05')
})

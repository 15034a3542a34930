import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseOfficeDay } from './parse-office-day.ts'

const due = { today: '2024-04-10', edge: 'last' } as const
const start = { today: '2024-04-10', edge: 'first' } as const
const dayOf = (
  cell: Parameters<typeof parseOfficeDay>[0],
  context: Parameters<typeof parseOfficeDay>[1] = due,
) => {
  const found = parseOfficeDay(cell, context)
  return found.kind === 'day' ? found.day : found.kind === 'error' ? found.reason : found.kind
}

describe('a deadline as offices write it', () => {
  it.each([
    ['2024-3-5', '2024-03-05'],
    ['2024/03/05', '2024-03-05'],
    ['2024.3.5', '2024-03-05'],
    ['24.3.5', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['2024年3月5日', '2024-03-05'],
    ['２０２４年３月５日', '2024-03-05'],
    ['2024 年 3 月 5 日前', '2024-03-05'],
    ['2024-03-05 00:00:00', '2024-03-05'],
    ['2024年3月5号', '2024-03-05'],
    ['二〇二四年三月五日', '2024-03-05'],
    ['二○二四年十二月二十一日', '2024-12-21'],
    ['13/3/2024', '2024-03-13'],
    ['3月5日', '2024-03-05'],
    ['3.5', '2024-03-05'],
    ['12月31日前完成', '2024-12-31'],
    ['2024年3月', '2024-03-31'],
    ['2024.2', '2024-02-29'],
    ['202403', '2024-03-31'],
    ['2024-6', '2024-06-30'],
    ['二〇二四年三月', '2024-03-31'],
    ['3月底前', '2024-03-31'],
    ['6月底', '2024-06-30'],
    ['6月末前完成', '2024-06-30'],
    ['力争6月底前建成', '2024-06-30'],
    ['6月份', '2024-06-30'],
    ['9月上旬', '2024-09-10'],
    ['9月中旬', '2024-09-20'],
    ['9月下旬', '2024-09-30'],
    ['9月初', '2024-09-10'],
    ['年底前', '2024-12-31'],
    ['年底', '2024-12-31'],
    ['年内', '2024-12-31'],
    ['全年', '2024-12-31'],
    ['今年底', '2024-12-31'],
    ['2024年底', '2024-12-31'],
    ['2024年年底前', '2024-12-31'],
    ['2025年', '2025-12-31'],
    ['明年3月', '2025-03-31'],
    ['今年10月底', '2024-10-31'],
    ['第三季度', '2024-09-30'],
    ['三季度末', '2024-09-30'],
    ['2024年第4季度', '2024-12-31'],
    ['Q3', '2024-09-30'],
    ['2024Q1', '2024-03-31'],
    ['上半年', '2024-06-30'],
    ['2024年上半年', '2024-06-30'],
    ['下半年', '2024-12-31'],
    ['年中', '2024-06-30'],
    ['月底前', '2024-04-30'],
    ['国庆节前', '2024-09-30'],
    ['七一前', '2024-06-30'],
    ['2024年3月-6月', '2024-06-30'],
    ['2024.3—2024.6', '2024-06-30'],
    ['3月1日至3月15日', '2024-03-15'],
    ['2024-2025年', '2025-12-31'],
    ['10-12月', '2024-12-31'],
    ['2024年1月至2025年2月', '2025-02-28'],
    ['2024年12月底前，长期坚持', '2024-12-31'],
    ['6月底（第一阶段）', '2024-06-30'],
    ['3月底前完成方案，9月底前建成', '2024-09-30'],
    ['6月底前形成方案', '2024-06-30'],
    ['2024', '2024-12-31'],
  ])('%s is %s', (text, day) => {
    expect(dayOf(text)).toBe(day)
  })

  it.each([
    [45_356, '2024-03-05'],
    [20_240_305, '2024-03-05'],
    [202_403, '2024-03-31'],
    [2024, '2024-12-31'],
    [2024.3, '2024-03-31'],
    [2024.12, '2024-12-31'],
  ])('the number %s is %s', (value, day) => {
    expect(dayOf(value)).toBe(day)
  })

  it('of a date cell is the day that the cell shows', () => {
    expect(parseOfficeDay({ kind: 'day', day: '2024-03-05', time: '14:30' }, due)).toEqual({
      kind: 'day',
      day: '2024-03-05',
      rule: 'date-cell',
    })
  })

  it.each([
    '长期',
    '长期坚持',
    '持续推进',
    '常态化推进',
    '每月',
    '每月5日前',
    '每季度末',
    '立即',
    '立行立改',
    '按月推进',
    '按计划推进',
  ])('%s is no day, its words are kept', (words) => {
    expect(parseOfficeDay(words, due)).toEqual({ kind: 'words', words })
  })

  it.each(['', ' ', '/', '—', '——', '-', '无', null])('%j is nothing', (cell) => {
    expect(parseOfficeDay(cell, due)).toEqual({ kind: 'empty' })
  })
})

describe('never a guess:', () => {
  it.each([
    ['2024年2月30日', 'no-such-day'],
    ['2023-2-29', 'no-such-day'],
    ['2024.13.1', 'no-such-day'],
    ['20241301', 'no-such-day'],
    ['6月31日', 'no-such-day'],
    ['13月', 'no-such-day'],
    ['3/5/2024', 'ambiguous'],
    ['民国113年3月', 'other-calendar'],
    ['农历八月十五', 'other-calendar'],
    ['正月十五前', 'other-calendar'],
    ['春节前', 'moving-festival'],
    ['中秋前', 'moving-festival'],
    ['张主任', 'unreadable'],
    ['30天', 'unreadable'],
    ['第五季度', 'unreadable'],
  ])('%s is refused as %s', (text, reason) => {
    expect(parseOfficeDay(text, due)).toEqual({ kind: 'error', reason })
  })

  it.each([
    [3.5, 'ambiguous'],
    [2024.1, 'ambiguous'],
    [12, 'unreadable'],
    [45_356.5, 'ambiguous'],
    [{ kind: 'error', text: '#N/A' } as const, 'error-cell'],
    [true, 'unreadable'],
  ])('%j as a value is refused as %s', (cell, reason) => {
    expect(parseOfficeDay(cell, due)).toEqual({ kind: 'error', reason })
  })
})

describe('the year that is not named', () => {
  it('is the one that the sheet is about', () => {
    expect(dayOf('3月5日', { ...due, year: 2023 })).toBe('2023-03-05')
    expect(dayOf('年底前', { ...due, year: 2023 })).toBe('2023-12-31')
    expect(dayOf('明年3月', { ...due, year: 2023 })).toBe('2024-03-31')
  })

  it('is that of the day of issue, or the next one when the month is over by then', () => {
    expect(dayOf('3月底', { ...due, from: '2023-11-02' })).toBe('2024-03-31')
    expect(dayOf('12月5日', { ...due, from: '2023-11-02' })).toBe('2023-12-05')
    expect(dayOf('一季度末', { ...due, from: '2023-11-02' })).toBe('2024-03-31')
    expect(dayOf('月底前', { ...due, from: '2023-11-02' })).toBe('2023-11-30')
  })
})

describe('a beginning', () => {
  it.each([
    ['2024年3月', '2024-03-01'],
    ['3月', '2024-03-01'],
    ['二季度', '2024-04-01'],
    ['下半年', '2024-07-01'],
    ['2024年', '2024-01-01'],
    ['3月中旬', '2024-03-11'],
    ['2024年3月-6月', '2024-03-01'],
    ['3月1日至3月15日', '2024-03-01'],
  ])('%s is %s', (text, day) => {
    expect(dayOf(text, start)).toBe(day)
  })
})

it('every day is read back from every way of writing it', () => {
  const writings = [
    (y: number, m: number, d: number) => `${y}-${m}-${d}`,
    (y: number, m: number, d: number) => `${y}年${m}月${d}日前`,
    (y: number, m: number, d: number) => `${y}.${m}.${d}`,
    (y: number, m: number, d: number) => `${y}/${m}/${d} 0:00:00`,
    (y: number, m: number, d: number) => `${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`,
  ]
  const date = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(date, fc.constantFrom(...writings), (instant, write) => {
      const day = instant.toISOString().slice(0, 10)
      const [y, m, d] = day.split('-').map(Number) as [number, number, number]
      expect(dayOf(write(y, m, d))).toBe(day)
    }),
  )
})

it('whatever stands in the cell, the answer is a day that exists or a reason', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'0123456789年月日底前季度上下半旬.-/第一二十末至 ') }),
      (text) => {
        const found = parseOfficeDay(text, due)
        if (found.kind === 'day') expect(found.day).toMatch(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
      },
    ),
    { numRuns: 2000 },
  )
})

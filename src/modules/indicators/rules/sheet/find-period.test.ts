import { describe, expect, it } from 'vitest'
import { findPeriod, readPeriod } from './find-period.ts'

const november = { year: 2024, period: '2024-11' }

describe('The period of a heading', () => {
  it.each([
    ['2024年', '2024'],
    ['2024', '2024'],
    ['2024年度', '2024'],
    ['二〇二四年', '2024'],
    ['24年', '2024'],
    ['98年', '1998'],
    ['2024年1-12月', '2024'],
    ['2024年1-11月', '2024-01/2024-11'],
    ['2024年1—2月', '2024-01/2024-02'],
    ['1～9月', '2024-01/2024-09'],
    ['1月至11月', '2024-01/2024-11'],
    ['2024年前三季度', '2024-01/2024-09'],
    ['2024年11月累计', '2024-01/2024-11'],
    ['4-6月', '2024Q2'],
    ['11月', '2024-11'],
    ['十一月', '2024-11'],
    ['11月末', '2024-11'],
    ['2024.11', '2024-11'],
    ['2024/11', '2024-11'],
    ['202411', '2024-11'],
    ['2024年11月15日', '2024-11-15'],
    ['20241115', '2024-11-15'],
    ['一季度', '2024Q1'],
    ['2024年第三季度', '2024Q3'],
    ['2024Q1', '2024Q1'],
    ['2024-Q1', '2024Q1'],
    ['上半年', '2024H1'],
    ['2024年第5周', '2024W05'],
    ['本月', '2024-11'],
    ['本年累计', '2024-01/2024-11'],
    ['上年同期', '2023-11'],
    ['2024-01/2024-11', '2024-01/2024-11'],
  ])('%s is %s', (text, period) => expect(readPeriod(text, november)).toBe(period))

  it.each([
    '65岁及以上人口',
    '第一产业',
    '三次产业',
    '2023-2024学年',
    '1978年=100',
    '按2020年不变价',
    '1234.5',
    '13月',
  ])('%s is none', (text) => expect(readPeriod(text, november)).toBeUndefined())

  it('is found within a longer text, which keeps the rest', () => {
    expect(findPeriod('2024年1-11月地区生产总值(亿元)')).toEqual({
      period: '2024-01/2024-11',
      rest: '地区生产总值(亿元)',
    })
  })

  it('a month without a year is none where nothing says the year', () => {
    expect(readPeriod('11月')).toBeUndefined()
    expect(readPeriod('本月')).toBeUndefined()
  })
})

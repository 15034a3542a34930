import { describe, expect, it } from 'vitest'
import { readReport } from '../articles/read-report.ts'
import { findGrowth } from './find-growth.ts'
import { linkTargets } from './link-targets.ts'

const report = (year: number, ...paragraphs: string[]) =>
  readReport(
    [
      `临江市政府工作报告\n——${year}年1月18日在临江市第七届人民代表大会第${year - 2015}次会议上`,
      '各位代表：',
      '我代表市政府报告工作，请审议。',
      ...paragraphs,
    ].join('\n　　'),
  )

describe('a government work report', () => {
  const first = report(
    2018,
    `一、2017年工作回顾`,
    '全市生产总值预计达到3120亿元，扣除价格因素比上年增长7.4%，五年年均增长8.1%。人均生产总值增长6.2%。服务业占全市生产总值比重52.3%。一般公共预算收入264亿元，比上年增长9.6%。',
    '二、今后五年的目标',
    '今后五年，全市生产总值年均增长7%以上，财政收入同经济同步增长。',
    '三、2018年工作',
    '今年的主要预期目标是：地区生产总值增长7%左右，一般公共预算收入增长6%-7%，单位生产总值能耗下降3%。',
  )
  const second = report(
    2019,
    '一、2018年工作回顾',
    '全市地区生产总值比上年增长6.6%，一般公共预算收入增长放缓，比上年增长5.8%。',
    '二、2019年工作',
    '建议把今年的预期目标定为：地区生产总值增长6.5%以上，财政收入同经济同步增长。',
  )

  it('gives the target of the year and the result of the year before, and nothing of five years, shares or heads', () => {
    expect(
      findGrowth(first).map(({ indicator, role, year, low, high, bound }) => [
        indicator,
        role,
        year,
        low,
        high,
        bound,
      ]),
    ).toEqual([
      ['gdp', 'result', 2017, 7.4, 7.4, 'exact'],
      ['fiscal-revenue', 'result', 2017, 9.6, 9.6, 'exact'],
      ['gdp', 'target', 2018, 7, 7, 'about'],
      ['fiscal-revenue', 'target', 2018, 6, 7, 'range'],
    ])
  })

  it('quotes the print', () => {
    const statement = findGrowth(first)[2]!
    expect(statement.text).toBe('地区生产总值增长7%左右')
    const { body } = first.articles[statement.articleIndex]!
    expect(body.text.slice(statement.range.start, statement.range.end)).toBe(statement.text)
  })

  it('links a target to the result in the next report', () => {
    const rows = linkTargets([second, first])
    expect(
      rows.map(({ indicator, year, target, result, gap }) => [
        indicator,
        year,
        target?.low,
        result?.low,
        gap,
      ]),
    ).toEqual([
      ['fiscal-revenue', 2017, undefined, 9.6, null],
      ['fiscal-revenue', 2018, 6, 5.8, -0.2],
      ['fiscal-revenue', 2019, null, undefined, null],
      ['gdp', 2017, undefined, 7.4, null],
      ['gdp', 2018, 7, 6.6, -0.4],
      ['gdp', 2019, 6.5, undefined, null],
    ])
  })
})

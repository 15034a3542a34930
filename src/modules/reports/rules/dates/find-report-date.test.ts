import { describe, expect, it } from 'vitest'
import { fold } from '../text/fold.ts'
import { dateInFileName } from './date-in-file-name.ts'
import { findReportDate } from './find-report-date.ts'

describe('the date in a file name', () => {
  it.each([
    ['2024Q1-quarterly-review.txt', '2024-01'],
    ['2023年三季度点评会.docx', '2023-07'],
    ['review-2024-03.txt', '2024-03'],
    ['20240315.pdf', '2024-03-15'],
    ['会议通稿2024年3月5日.docx', '2024-03-05'],
    ['202403-简报.txt', '2024-03'],
    ['2021-executive-and-campaign.txt', '2021'],
    ['reports/2009.txt', '2009'],
    ['pasted.txt', null],
  ])('%s is %s', (name, date) => {
    expect(dateInFileName(name)).toBe(date)
  })
})

describe('the date of a report', () => {
  it.each([
    ['本报讯 昨天开会。', { date: '2024-01' }, '2024-01', 'given'],
    ['政府工作报告\n——2009年1月13日在临江市第五届人民代表大会第二次会议上', {}, '2009-01-13', 'text'],
    ['临江日报 2024年04月12日 星期五 第2版\n本报讯 昨天开会。', {}, '2024-04-12', 'text'],
    ['点评会召开\n发布时间：2023-07-20 来源：临江发布\n正文', {}, '2023-07-20', 'text'],
    ['本报4月11日讯 昨天开会。', { fileName: '2024Q2.txt' }, '2024-04-11', 'text'],
    ['7月9日，全市二季度点评会召开。', { fileName: '2023.txt' }, '2023-07-09', 'text'],
    ['本报讯 昨天开会。', { fileName: '2024Q2.txt' }, '2024-04', 'file-name'],
    ['一、2013年工作回顾', {}, '2014', 'inferred'],
    ['今年是收官“十四五”之年，部署一季度经济工作。', {}, '2025-01', 'inferred'],
    ['落实2023年任务，到2035年基本建成。做好三季度工作。', {}, '2023-07', 'inferred'],
    ['昨天开会。', {}, null, 'unknown'],
  ] as const)('%s', (text, options, value, from) => {
    expect(findReportDate(fold(text), options)).toEqual({ value, from })
  })
})

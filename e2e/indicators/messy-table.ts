import { utils } from '@e965/xlsx'
import { otherSheet, otherWorkbook } from '../../src/platform/sheets/testing.ts'

type Value = string | number | null

const HEAD: readonly (readonly Value[])[] = [
  ['泊江市各区主要经济指标（2024年4月）'],
  ['填报单位：统计科', null, null, null, '制表日期：2024年5月12日'],
  ['地区', '社会消费品零售总额（亿元）', null, '固定资产投资（万元）', null],
  [null, '4月', '比上年同期增长(%)', '4月', '比上年同期增长(%)'],
]
const MERGES = ['A1:E1', 'A3:A4', 'B3:C3', 'D3:E3']

const NOTES: readonly (readonly Value[])[] = [
  ['注：①为快报数，全市数含不分区部分。'],
  ['　　苇洲新区即苇洲区。'],
  ['资料来源：泊江市统计局（虚构）'],
]

/**
 * A fictional table as a statistics office sends it: titles, a heading of two rows over merged cells, two units of measure,
 * a name that the register does not have, a minus printed as a triangle, a mark of a footnote, a total that is more than
 * its parts, and notes below. Later the office revises two districts.
 */
export function messyTable({ isRevised = false } = {}): { name: string; mimeType: string; buffer: Buffer } {
  const rows: readonly (readonly Value[])[] = [
    ['全市', isRevised ? '289.30' : '287.50', 3.4, '1,810,500', 1.9],
    ['　青渡区', '41.80①', 4.3, 241500, 4.0],
    ['　望汐区', isRevised ? 36.9 : 35.1, 4.0, 212000, '▲3.9'],
    ['　锦汀区', 30.2, 4.4, 209000, '▲1.2'],
    ['　云泊新区', 83.6, 5.3, 561000, 4.5],
    ['　鹤汀区', 53.1, 4.3, 318000, 7.5],
    ['　砚石区', 23.4, 4.1, 152000, 3.3],
    ['　苇洲新区', 17.6, 5.0, 117000, 3.0],
  ]
  const sheet = utils.aoa_to_sheet([...HEAD, ...rows, ...NOTES].map((row) => [...row]))
  const merged = { ...sheet, '!merges': MERGES.map((range) => utils.decode_range(range)) }
  const bytes = otherWorkbook({ 说明: otherSheet({ A1: { t: 's', v: '本表每月12日报送' } }), 各区: merged })
  return {
    name: isRevised ? '各区主要指标2024年4月（修订）.xlsx' : '各区主要指标2024年4月.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  }
}

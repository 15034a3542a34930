import { describe, expect, test } from 'vitest'
import { joinParagraphs, mapText } from '../../text/mapped-text.ts'
import { findStatements } from '../find-statements.ts'
import { reportOf } from '../testing.ts'

/** A report whose lines are rows with cells parted by tabs, each cell a paragraph of the body. */
function sheetOf(lines: readonly string[]) {
  const received = lines.join('\n')
  const cells = [...received.matchAll(/[^\t\n]+/g)].map((match) =>
    mapText(received, [{ start: match.index, end: match.index + match[0].length }]),
  )
  const report = reportOf('')
  const { body, paragraphs } = joinParagraphs(cells)
  return { ...report, received, articles: [{ ...report.articles[0]!, body, paragraphs }] }
}

describe('rows under headings', () => {
  test('a column of shortfalls belongs to the unit of its row', () => {
    const found = findStatements(
      sheetOf([
        '单位\t亮点\t存在不足',
        '青原区\t新建学校6所\t园区配套滞后；外贸主体偏少',
        '市水务局\t改造管网40公里\t无',
      ]),
    )
    expect(found.map(({ kind, unit, subject }) => `${kind} ${unit} ${subject}`)).toEqual([
      'figure 青原区 新建学校',
      'shortfall 青原区 园区配套',
      'shortfall 青原区 外贸主体',
      'figure 市水务局 改造管网',
    ])
  })

  test('a column of tasks takes lead, supporting and time limit from its row', () => {
    const found = findStatements(
      sheetOf([
        '序号\t工作任务\t牵头单位\t配合单位\t完成时限',
        '1\t更换燃气软管2万根\t市城管局\t各区政府、市应急局\t9月底',
      ]),
    )
    expect(found).toHaveLength(1)
    expect(found[0]!.task).toMatchObject({
      lead: '市城管局',
      supporting: ['各区政府', '市应急局'],
      responsible: ['市城管局', '各区政府', '市应急局'],
      deadline: '2024-09-30',
    })
  })

  test('lines with tabs but without headings are read as text', () => {
    expect(findStatements(sheetOf(['甲\t乙', '丙\t丁']))).toEqual([])
  })
})

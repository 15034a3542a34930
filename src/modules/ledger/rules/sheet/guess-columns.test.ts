import { describe, expect, it } from 'vitest'
import type { SheetRow } from '../../../../platform/sheets/index.ts'
import { findHeadingRow } from './find-heading-row.ts'
import { guessColumns } from './guess-columns.ts'
import { COMPUTED_COLUMNS } from './sheet-field.ts'
import { EXPORT_COLUMNS, exportColumns } from './write-item.ts'

const fieldsOf = (...headings: (string | string[])[]) =>
  guessColumns(headings.map((heading) => (Array.isArray(heading) ? heading : [heading]))).map(
    ({ field }) => field,
  )
const row = (number: number, ...cells: (string | null)[]): SheetRow => ({
  row: number,
  cells,
  merged: [],
  isHidden: false,
})

describe('columns by their headings', () => {
  it.each(['zh-CN', 'en'] as const)(
    'an export in %s is mapped back to its fields, every one of them',
    (locale) => {
      const headings = exportColumns(EXPORT_COLUMNS, locale).map(({ heading }) => [heading])
      const expected = EXPORT_COLUMNS.map((key) =>
        (COMPUTED_COLUMNS as readonly string[]).includes(key) ? null : key,
      )
      expect(guessColumns(headings).map(({ field }) => field)).toEqual(expected)
    },
  )

  it.each([
    [
      ['序号', '重点工作', '具体内容', '牵头单位', '配合单位', '完成时限', '备注'],
      ['externalNumber', 'title', 'content', 'lead', 'supporting', 'dueOn', 'remark'],
    ],
    [
      [
        '编号',
        '任务名称',
        '年度目标',
        '责任单位',
        '责任人',
        '联系电话',
        '时间节点',
        '完成进度（%）',
        '办理状态',
      ],
      [
        'externalNumber',
        'title',
        'target',
        'lead',
        'personResponsible',
        'contact',
        'dueOn',
        'progress',
        'state',
      ],
    ],
    [
      [
        '序号',
        '事项编号',
        '督查事项',
        '主办单位',
        '协办单位',
        '分管市领导',
        '交办时间',
        '办结时限',
        '办结日期',
      ],
      [null, 'number', 'title', 'lead', 'supporting', 'leaderInCharge', 'issuedOn', 'dueOn', 'closedOn'],
    ],
    [
      ['工作任务', '牵头部门', '责任部门', '来源', '最新进展', '存在问题', '下一步打算', '密级'],
      ['title', 'lead', 'supporting', 'originDocument', 'done', 'problems', 'next', 'classification'],
    ],
    [
      ['序 号', '重点\n任务', '完 成 时 限\n（年月日）', '牵头单位：', '※目标要求'],
      ['externalNumber', 'title', 'dueOn', 'lead', 'target'],
    ],
    [
      ['内容', '责任部门', '截止日期'],
      ['content', 'lead', 'dueOn'],
    ],
    [
      ['市级领导（分管）', '这一列没人认识', '权重'],
      ['leaderInCharge', null, 'weight'],
    ],
  ])('%j', (headings, fields) => {
    expect(fieldsOf(...headings)).toEqual(fields)
  })

  it('of two rows: the lower part says more than the one above it', () => {
    expect(
      fieldsOf(
        '事项',
        ['责任单位', '牵头'],
        ['责任单位', '配合'],
        ['完成时限', '开始时间'],
        ['完成时限', '结束时间'],
      ),
    ).toEqual(['title', 'lead', 'supporting', 'startOn', 'dueOn'])
  })

  it('tells how sure it is and what else a heading may mean', () => {
    const [exact, doubtful] = guessColumns([['牵头单位'], ['责任部门']])
    expect(exact).toMatchObject({ confidence: 1, field: 'lead' })
    expect(doubtful).toMatchObject({ field: 'supporting', alternatives: ['lead'] })
    expect(doubtful!.confidence).toBeLessThan(0.8)
  })
})

describe('the rows of the heading', () => {
  const title = '2024年重点工作台账'
  it('are found below a title and a note, above the data', () => {
    const found = findHeadingRow([
      row(1, title, title, title, title),
      row(2, '填报单位：市政府办公室'),
      row(4, '序号', '事项', '牵头单位', '完成时限'),
      row(5, '1', '建设停车位两千个', '市交通委', '6月底'),
    ])
    expect(found).toMatchObject({
      firstRow: 4,
      lastRow: 4,
      headings: [['序号'], ['事项'], ['牵头单位'], ['完成时限']],
    })
  })

  it('may be two, with cells merged over both', () => {
    const found = findHeadingRow([
      row(1, title, title, title, title, title),
      row(2, '序号', '事项', '责任单位', '责任单位', '时限'),
      row(3, '序号', '事项', '牵头', '配合', '时限'),
      row(4, '1', '建设停车位两千个', '市交通委', '市公安局', '6月底'),
    ])
    expect(found).toMatchObject({ firstRow: 2, lastRow: 3 })
    expect(found!.headings[2]).toEqual(['责任单位', '牵头'])
    expect(found!.headings[0]).toEqual(['序号'])
  })

  it('are not found where nothing names a matter', () => {
    expect(findHeadingRow([row(1, '甲', '乙'), row(2, '1', '2')])).toBeUndefined()
  })
})

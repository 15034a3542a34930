import { describe, expect, test } from 'vitest'
import { found } from '../testing.ts'

const listed = (text: string) =>
  found('task', text, { kind: 'other' }).map(({ ranges, task }) => ({
    text: ranges.map((range) => text.slice(range.start, range.end)).join(''),
    lead: task!.lead,
    supporting: task!.supporting,
    responsible: task!.responsible,
    deadline: task!.deadline,
  }))

describe('tasks of a numbered list with bracketed responsibilities', () => {
  test('牵头单位, 配合单位 and 完成时限', () => {
    expect(
      listed(
        '1.改造燃气管道30公里。（牵头单位：市城管局；配合单位：市财政局、各区政府；完成时限：2024年10月底前）',
      ),
    ).toEqual([
      {
        text: '改造燃气管道30公里',
        lead: '市城管局',
        supporting: ['市财政局', '各区政府'],
        responsible: ['市城管局', '市财政局', '各区政府'],
        deadline: '2024-10-31',
      },
    ])
  })
  test('责任单位 alone names nobody as lead', () => {
    expect(listed('（二）新建社区食堂6处。（责任单位：市民政局、各街道；完成时限：年底前）')).toMatchObject([
      { text: '新建社区食堂6处', lead: null, responsible: ['市民政局', '各街道'], deadline: '2024-12-31' },
    ])
  })
  test('X 牵头，Y 配合 in a bracket', () => {
    expect(listed('3.清理河道垃圾（市水务局牵头，各镇配合，6月底前完成）')).toMatchObject([
      { text: '清理河道垃圾', lead: '市水务局', supporting: ['各镇'], deadline: '2024-06-30' },
    ])
  })
  test('items follow each other, headings between them belong to none', () => {
    const text =
      '一、完善设施\n1.新建公厕。（牵头单位：市城管局）\n二、强化服务\n2.开办食堂。（牵头单位：市民政局）'
    expect(listed(text).map((task) => [task.text, task.lead])).toEqual([
      ['新建公厕', '市城管局'],
      ['开办食堂', '市民政局'],
    ])
  })
  test('labels on a line of their own', () => {
    expect(
      listed('1.推进雨污分流改造\n牵头单位：市水务局\n配合单位：市住建局\n完成时限：11月底'),
    ).toMatchObject([
      { text: '推进雨污分流改造', lead: '市水务局', supporting: ['市住建局'], deadline: '2024-11-30' },
    ])
  })
  test('numbers of a listed task are no figures', () => {
    expect(found('figure', '1.新建学校12所。（牵头单位：市教育局）', { kind: 'other' })).toEqual([])
  })
})

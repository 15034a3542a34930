import { expect, it } from 'vitest'
import type { Annotation } from '../../modules/reports/index.ts'
import { extractTable } from './extract-table.ts'

const from = { text: '', spans: [], confidence: 1, rule: 'x' }
const empty: Annotation = {
  source: 'a.txt',
  reportDate: '2024-01',
  reportDateFrom: 'given',
  articles: [{ title: '季度会议', firstWords: '', kind: 'quarterly-review', span: null }],
  meeting: { name: '季度工作会议', period: '2024Q1', chair: '市委书记', speakingUnits: ['东区', '西区'] },
  meetings: [],
  ranks: [],
  firsts: [],
  figures: [],
  plannedFigures: [],
  shortfalls: [],
  tasks: [],
  metrics: [],
}

it('groups what was found by unit, tasks under who must act', () => {
  const table = extractTable(
    {
      ...empty,
      ranks: [
        { unit: '西区', subject: '增速', scope: '全市', position: 1, streakYears: 2, period: null, ...from },
      ],
      shortfalls: [{ unit: '东区', subject: '城市管理', ...from }],
      figures: [
        {
          unit: '西区',
          subject: '投资',
          value: 2.5e9,
          unitOfMeasure: '元',
          change: '+3%',
          period: '2023',
          qualifier: '近',
          ...from,
        },
      ],
      tasks: [
        {
          speaker: '市长',
          responsible: ['东区'],
          deadline: '2024-03-31',
          theme: null,
          ...from,
          text: '东区要整改',
        },
        { speaker: null, responsible: [], deadline: null, theme: null, ...from, text: '要加快' },
      ],
    },
    'zh-CN',
  )
  expect(table).toBe(`a.txt  1 篇，5 条
1. 季度会议  [quarterly-review]
日期 2024-01 (given)
会议 季度工作会议  2024Q1  主持 市委书记  发言 东区、西区

西区
  排名      增速  · 全市  第1  连续2年
  数字      投资  · 近25亿元  +3%  2023

东区
  不足      城市管理
  任务      东区要整改  · 时限 2024-03-31  要求 市长

（未点名单位）
  任务      要加快
`)
})

it('says so when there is nothing', () => {
  expect(extractTable({ ...empty, articles: [], meeting: null, reportDate: null }, 'en')).toBe(
    'a.txt  0 articles, 0 statements\nNothing was found that could be recorded\n',
  )
})

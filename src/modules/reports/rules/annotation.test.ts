import { expect, it } from 'vitest'
import { toAnnotation } from './annotation.ts'
import type { FoundStatement, ReadReport } from './model.ts'
import { joinParagraphs, mapText } from './text/mapped-text.ts'

const received = '季度会议召开。\n东区增速居\n全市 第一，完成12亿元。\n■ 引语\n各区要在3月底前整改。'
const body = joinParagraphs([
  mapText(received, [{ start: 8, end: 29 }]),
  mapText(received, [{ start: received.indexOf('各区'), end: received.length }]),
])
const report: ReadReport = {
  received,
  reportDate: { value: '2024-01', from: 'given' },
  articles: [
    {
      index: 0,
      title: null,
      otherHeadlines: [],
      kind: 'quarterly-review',
      ...body,
      meeting: { name: '季度会议', period: '2024Q1', chair: null, speakingUnits: [] },
      sectionPeriod: null,
    },
    {
      index: 1,
      title: '二',
      otherHeadlines: ['副题'],
      kind: 'other',
      body: mapText('', []),
      paragraphs: [],
      meeting: { name: '座谈会', period: null, chair: '市长', speakingUnits: ['东区'] },
      sectionPeriod: null,
    },
  ],
  repairs: [],
}
const at = (words: string) => {
  const start = body.body.text.indexOf(words)
  return { start, end: start + words.length }
}
const found = { articleIndex: 0, unit: '东区', period: null, confidence: 0.9, rule: 'x' }
const figure = { unitOfMeasure: '元', qualifier: null, change: null }
const statements: FoundStatement[] = [
  {
    ...found,
    kind: 'rank',
    subject: '增速',
    ranges: [at('增速居全市第一')],
    rank: { scope: '全市', position: 1, streakYears: null, streakText: '蝉联' },
  },
  {
    ...found,
    kind: 'figure',
    subject: '完成',
    ranges: [at('完成'), at('12亿元')],
    figure: { ...figure, value: '1200000000', isTarget: false },
  },
  {
    ...found,
    kind: 'figure',
    subject: '目标',
    ranges: [at('12亿元')],
    figure: { ...figure, value: null, isTarget: true },
  },
  {
    ...found,
    kind: 'task',
    unit: null,
    subject: '整改',
    ranges: [at('各区要在3月底前整改')],
    task: {
      speaker: null,
      responsible: ['各区'],
      lead: null,
      supporting: [],
      deadline: '2024-03-31',
      theme: null,
      parts: [at('整改')],
    },
  },
]

const annotation = toAnnotation(report, statements, 'a.txt')

it('quotes as received: slices in order, joined without white space', () => {
  const [rank] = annotation.ranks
  expect(rank).toMatchObject({ text: '增速居全市第一', scope: '全市', position: 1, streakText: '蝉联' })
  expect(rank?.spans.map(([start, end]) => received.slice(start, end))).toEqual(['增速居', '全市', '第一'])
})

it('joins slices that touch, and keeps planned numbers apart from results', () => {
  expect(annotation.figures).toHaveLength(1)
  expect(annotation.figures[0]).toMatchObject({ value: 1_200_000_000, text: '完成12亿元' })
  expect(annotation.figures[0]?.spans).toHaveLength(1)
  expect(annotation.plannedFigures[0]).toMatchObject({ subject: '目标', value: null })
})

it('gives tasks with who, when and their parts', () => {
  expect(annotation.tasks).toEqual([
    expect.objectContaining({ responsible: ['各区'], deadline: '2024-03-31', parts: ['整改'] }),
  ])
  expect(annotation.tasks[0]).not.toHaveProperty('lead')
})

it('names the meeting with speaking units as the main one', () => {
  expect(annotation.meeting?.name).toBe('座谈会')
  expect(annotation.meetings.map(({ article, name }) => [article, name])).toEqual([
    [0, '季度会议'],
    [1, '座谈会'],
  ])
  expect(annotation.articles[0]).toMatchObject({ firstWords: '东区增速居全市第一，完成', title: null })
  expect(annotation.articles[1]).toMatchObject({ firstWords: '', otherHeadlines: ['副题'], span: null })
})

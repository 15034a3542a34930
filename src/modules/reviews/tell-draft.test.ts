import { expect, it } from 'vitest'
import type { Draft } from './schema.ts'
import { tellDraft } from './tell-draft.ts'

const draft: Draft = [
  {
    code: 'follow-up',
    params: { saidIn: { period: '2024Q1' }, subject: { zh: '对“一把手”教育管理监督', en: '' } },
  },
  { code: 'outcome-unchanged', params: {} },
  { code: 'why-progress', params: { count: 2, progress: 40 } },
]

it('tells messages as one sentence in either language, quotation marks inside others as single ones', () => {
  expect(tellDraft(draft, 'zh-CN')).toBe(
    '针对2024年一季度点评指出的“对‘一把手’教育管理监督”，未见变化，相关2件事项在办，进度最高40%。',
  )
  expect(tellDraft(draft, 'en')).toBe(
    '“对‘一把手’教育管理监督”, found in Q1 2024, unchanged, 2 items are in hand, the furthest at 40%.',
  )
  expect(tellDraft([], 'en')).toBe('')
})

it('tells values with the unit that reads best, rates without their sign and with two decimals at most', () => {
  const figure: Draft = [
    {
      code: 'figure',
      params: {
        indicator: { zh: '产值', en: 'Output' },
        period: { period: '2024-01/2024-03' },
        value: { value: '0.357', unit: '亿元' },
      },
    },
    { code: 'growth-down', params: { rate: { rate: '-7.128456' } } },
  ]
  expect(tellDraft(figure, 'zh-CN')).toBe('2024年1—3月产值为3570万元，同比下降7.13%。')
  expect(tellDraft(figure, 'en')).toBe(
    'Output in Jan–Mar 2024 was 35.7 million yuan, down 7.13% on the year.',
  )
})

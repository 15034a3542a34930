import { expect, it } from 'vitest'
import en from '../../messages.en.json' with { type: 'json' }
import zh from '../../messages.zh-CN.json' with { type: 'json' }
import { planUnowned, type UnownedOfDay } from './plan-unowned.ts'

const causes = (days: readonly UnownedOfDay[], today: string) =>
  planUnowned(days, today).map(({ cause, params }) => [cause, params.count, params.since])

it('thirty items without a lead that came in on one day are one message, told from the next day on', () => {
  const days = [{ createdOn: '2024-03-05', withoutLead: 30, withoutDeadline: 0 }]
  expect(causes(days, '2024-03-05')).toEqual([])
  expect(causes(days, '2024-03-06')).toEqual([['nobody-responsible:2024-03-05', 30, '2024-03-05']])
  expect(causes(days, '2024-03-31')).toEqual(causes(days, '2024-03-06'))
})

it('what is older is said again once a month, all of it together', () => {
  const days = [
    { createdOn: '2024-03-20', withoutLead: 0, withoutDeadline: 5 },
    { createdOn: '2024-04-02', withoutLead: 1, withoutDeadline: 0 },
    { createdOn: '2024-02-05', withoutLead: 2, withoutDeadline: 1 },
  ]
  expect(causes(days, '2024-04-10')).toEqual([
    ['nobody-responsible:2024-04-02', 1, '2024-04-02'],
    ['nobody-responsible:before-2024-04', 2, '2024-02-05'],
    ['no-deadline:before-2024-04', 6, '2024-02-05'],
  ])
})

it('has a sentence in both languages with the words that it needs', () => {
  const told = planUnowned([{ createdOn: '2024-03-05', withoutLead: 1, withoutDeadline: 1 }], '2024-03-06')
  for (const { kind } of told) {
    for (const catalogue of [zh, en] as Record<string, string>[]) {
      expect(catalogue[kind.replace('.', '.notice.')]).toMatch(/\{since\}.*\{count\}|\{count\}.*\{since\}/)
    }
  }
})

import { describe, expect, it } from 'vitest'
import en from '../../messages.en.json' with { type: 'json' }
import zh from '../../messages.zh-CN.json' with { type: 'json' }
import { planTelling } from './plan-telling.ts'

const item = {
  id: 'i',
  number: '2024-0001',
  title: '整治河道',
  round: 1,
  version: 4,
  leadUnitId: 'u',
  supportingUnitIds: ['s'],
  signBy: '2024-04-02',
  dueOn: '2024-04-30',
}
const letter = { text: '请加快', letterNumber: '〔2024〕3号', answerBy: null }
const HAPPENINGS: [string, Record<string, unknown>][] = [
  ['ledger.item-dispatched', {}],
  ['ledger.item-pressed', { text: '请加快', answerBy: null }],
  ['ledger.item-pressed', { text: '请加快', answerBy: '2024-04-10' }],
  ['ledger.letter-issued', letter],
  ['ledger.letter-issued', { ...letter, answerBy: '2024-04-10' }],
  ...['blue', 'orange', 'red'].flatMap((colour): [string, Record<string, unknown>][] => [
    ['ledger.notice-issued', { ...letter, colour }],
    ['ledger.notice-issued', { ...letter, colour, answerBy: '2024-04-10' }],
  ]),
  ['ledger.item-returned', { reason: '缺少照片' }],
  ['ledger.item-declined', { reason: '不属本单位职责' }],
  ['ledger.extension-asked', { toDue: '2024-05-31' }],
  ['ledger.extension-approved', { toDue: '2024-05-31' }],
  ['ledger.extension-refused', { fromDue: '2024-04-30' }],
  ['ledger.item-reopened', { reason: '问题反弹' }],
  ['ledger.recheck-failed', { findings: '现场未整改' }],
]

describe('What is told when an item changes', () => {
  it.each(HAPPENINGS)(
    '%s %o has a sentence in both languages, with every word it needs',
    (action, detail) => {
      const telling = planTelling(item, { action, detail })!
      const key = telling.kind.replace('.', '.notice.')
      for (const catalogue of [zh, en] as Record<string, string>[]) {
        const names = [...(catalogue[key] ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
        expect(names, key).toEqual(expect.arrayContaining(['number', 'title']))
        for (const name of names) expect(telling.params[name], `${key} ${name}`).toBeTruthy()
      }
    },
  )

  it('is nothing where only the story keeps it', () => {
    expect(planTelling(item, { action: 'ledger.item-corrected', detail: {} })).toBeUndefined()
  })

  it('reaches supporting units when it is dispatched, and is another reason at each change', () => {
    const dispatched = (version: number) =>
      planTelling({ ...item, version }, { action: 'ledger.item-dispatched', detail: {} })!
    expect(dispatched(4).unitIds).toEqual(['u', 's'])
    expect(dispatched(5).cause).not.toBe(dispatched(4).cause)
  })

  it('shortens what somebody wrote at length', () => {
    const { params } = planTelling(item, {
      action: 'ledger.item-returned',
      detail: { reason: '长'.repeat(400) },
    })!
    expect([...String(params.reason)]).toHaveLength(100)
  })
})

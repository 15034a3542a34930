import { describe, expect, test } from 'vitest'
import { splitSentences } from './sentences.ts'

const cut = (text: string) =>
  splitSentences(text, [{ start: 0, end: text.length }]).map((sentence) =>
    sentence.clauses.map((clause) => text.slice(clause.start, clause.end)),
  )

describe('splitSentences', () => {
  test('cuts at full stops and commas', () => {
    expect(cut('河东区修桥，铺路；植树。但仍有不足。')).toEqual([
      ['河东区修桥', '铺路', '植树'],
      ['但仍有不足'],
    ])
  })
  test('commas inside brackets and short quotes do not cut', () => {
    expect(cut('打造“近者悦，远者来”的街区（一期，二期），开街')).toEqual([
      ['打造“近者悦，远者来”的街区（一期，二期）', '开街'],
    ])
  })
  test('a quote that is a speech is cut', () => {
    expect(cut('“任务已定，要马上办。”书记指出')).toEqual([['“任务已定', '要马上办'], ['书记指出']])
  })
  test('a thousands comma and a lost character do not cut', () => {
    expect(cut('新增1,200户，一?事办成')).toEqual([['新增1,200户', '一?事办成']])
  })
})

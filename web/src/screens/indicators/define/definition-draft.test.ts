import { expect, it } from 'vitest'
import { changedFields, changeOf, draftOf, isCountedOtherwise } from './definition-draft.ts'

const before = { ...draftOf(undefined), name: '零售额', measure: '亿元' }

it('sends only what differs', () => {
  const after = { ...before, name: '社会消费品零售总额', tags: ['经济'] }
  const change = { validFrom: '2024-01-01', version: 3, note: '改名', breaksSeries: undefined }
  expect(changeOf(before, after, change)).toEqual({
    name: '社会消费品零售总额',
    tags: ['经济'],
    validFrom: '2024-01-01',
    version: 3,
    note: '改名',
  })
})

it('knows which change breaks the series', () => {
  expect(isCountedOtherwise(changedFields(before, { ...before, owner: '统计科' }))).toBe(false)
  expect(isCountedOtherwise(changedFields(before, { ...before, measure: '万元' }))).toBe(true)
  expect(isCountedOtherwise(changedFields(before, { ...before, formula: 'a ÷ b' }))).toBe(true)
})

import { expect, test } from 'vitest'
import { planSearch } from './plan-search.ts'

test.each([
  ['经济', ['经济'], []],
  ['停车位', ['停车位'], []],
  ['集体经济', ['集体', '经济'], ['集体经济']],
  ['住', [], ['住']],
  ['%', [], ['%']],
  ['G60', ['g60'], []],
  ['停车位 青渡', ['停车位', '青渡'], []],
  ['   ', [], []],
])('%j is found by %j and %j', (query, words, substrings) => {
  expect(planSearch(query)).toEqual({ words, substrings })
})

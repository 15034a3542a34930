import { expect, test } from 'vitest'
import { cutWords, searchWords } from './index.ts'

test('cuts a sentence into words without punctuation', () => {
  expect(cutWords('发展，农村集体经济！')).toEqual(['发展', '农村', '集体经济'])
})

test('search words hold the short words inside long ones, each once', () => {
  const words = searchWords('发展壮大农村集体经济，集体经济')
  expect(words).toEqual(expect.arrayContaining(['农村', '集体', '经济', '集体经济']))
  expect(new Set(words).size).toBe(words.length)
})

test('full-width letters are found by plain ones', () => {
  expect(searchWords('Ｇ６０科创走廊')).toContain('g60')
})

test('a run of letters that no index would take stands by its beginning, in the text and in the search', () => {
  const words = searchWords(`${'a'.repeat(3000)} ${'𠮷'.repeat(3000)}`)
  expect(words.every((word) => Buffer.byteLength(word) <= 400)).toBe(true)
  expect(words).toContain('a'.repeat(100))
  expect(searchWords('a'.repeat(2000))).toEqual(['a'.repeat(100)])
})

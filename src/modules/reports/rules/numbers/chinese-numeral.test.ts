import { describe, expect, test } from 'vitest'
import { parseChineseNumeral } from './chinese-numeral.ts'

describe('parseChineseNumeral', () => {
  test.each([
    ['一', 1],
    ['两', 2],
    ['十', 10],
    ['十六', 16],
    ['二十', 20],
    ['一百零五', 105],
    ['一千二百三十四', 1234],
    ['二〇二四', 2024],
    ['三万五千', 35000],
    ['两亿', 200000000],
  ])('%s is %i', (numeral, expected) => expect(parseChineseNumeral(numeral)).toBe(expected))

  test.each(['', '几十', '第一', '3'])('%j is no numeral', (text) => {
    expect(parseChineseNumeral(text)).toBeNull()
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalOfNumber, shiftDecimal } from './cell-text.ts'
import { readValue } from './read-value.ts'
import { PLAIN_SIGNS } from './table-mapping.ts'

const read = (cell: Parameters<typeof readValue>[0], signs = {}) => {
  const found = readValue(cell, { ...PLAIN_SIGNS, ...signs })
  if (found.kind === 'value') return `${found.value}${found.suffix}${found.marks && ` ${found.marks}`}`
  return found.kind === 'fault' ? found.fault : found.kind
}

describe('A printed value', () => {
  it.each([
    ['1,234.5', '1234.5'],
    ['1 234 567', '1234567'],
    ['１，２３４．５', '1234.5'],
    ['－3.2', '-3.2'],
    ['−3.2', '-3.2'],
    ['+4.0', '4'],
    ['.5', '0.5'],
    ['12.3%', '12.3%'],
    ['12.3％', '12.3%'],
    ['98.1①', '98.1 ①'],
    ['98.1*', '98.1 *'],
    ['98.1 [1]', '98.1 [1]'],
    ['98.1〔注2〕', '98.1 〔注2〕'],
    ['1234p', '1234 p'],
    ['3.5亿元', '3.5亿元'],
    ['1.5E+3', '1500'],
    ['0', '0'],
    ['-0', '0'],
    ['0.00', '0'],
  ])('%s is %s', (text, expected) => expect(read(text)).toBe(expected))

  it.each(['—', '-', '……', '…', 'n/a', 'NA', '空', '#N/A', '未公布', '×'])(
    '%s says that there is none',
    (text) => expect(read(text)).toBe('not-available'),
  )

  it('an empty cell says nothing, and is neither none nor zero', () => {
    expect([read(null), read(''), read('　')]).toEqual(['empty', 'empty', 'empty'])
  })

  it('signs that tables use in two ways are read as declared, and refused otherwise', () => {
    expect([read('▲3.2'), read('▲3.2', { triangleIsNegative: true })]).toEqual(['triangle', '-3.2'])
    expect(read('▼3.2', { triangleIsNegative: true })).toBe('triangle')
    expect([read('(3.2)'), read('（3.2）', { parenthesesAreNegative: true })]).toEqual([
      'parentheses',
      '-3.2',
    ])
    expect([read('…', { ellipsisIsZero: true }), read('—', { dashIsZero: true })]).toEqual(['0', '0'])
    expect(read('n/a', { dashIsZero: true })).toBe('not-available')
  })

  it.each([
    ['1,23', 'odd-comma'],
    ['12,345,6', 'odd-comma'],
    ['约120', 'approximate'],
    ['>100', 'approximate'],
    ['一百', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['1234567890123456', 'too-many-digits'],
  ])('%s is refused: %s', (text, fault) => expect(read(text)).toBe(fault))

  it('a number of a spreadsheet is what it shows, not the noise of its double', () => {
    expect([read(0.1 + 0.2), read(1e21), read(51404.5), read({ kind: 'percent', fraction: 0.123 })]).toEqual([
      '0.3',
      'too-many-digits',
      '51404.5',
      '12.3%',
    ])
  })

  it('moves its point exactly, there and back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
        fc.integer({ min: -8, max: 8 }),
        (whole, power) => {
          const there = shiftDecimal(String(whole), power)
          expect(shiftDecimal(there, -power)).toBe(String(whole))
          expect(Number(there)).toBeCloseTo(whole * 10 ** power, 6)
        },
      ),
    )
    expect(decimalOfNumber(-1.5e-7)).toBe('-0.00000015')
  })
})

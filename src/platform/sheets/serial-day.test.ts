import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import { columnLetter, columnOfReference } from './column-letter.ts'
import { builtInFormat, formatOfCode } from './number-format.ts'
import { cellOfSerial, serialOfDay } from './serial-day.ts'

const options = { is1904: false, isTime: false }

describe('a serial number', () => {
  // Anchors from Microsoft's description of the two date systems: 5 July 2011 is 40729 and 39267.
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [40_729, '2011-07-05'],
    [2_958_465, '9999-12-31'],
  ])('%i is %s', (serial, day) => {
    expect(cellOfSerial(serial, options)).toEqual({ kind: 'day', day, time: null })
  })

  it('from 1904 is counted from there', () => {
    expect(cellOfSerial(39_267, { is1904: true, isTime: false })).toMatchObject({ day: '2011-07-05' })
  })

  it.each([60, 0, -1, 2_958_466])('%i is no day and stays a number', (serial) => {
    expect(cellOfSerial(serial, options)).toBe(serial)
  })

  it('a moment before midnight is the next day, not 24:00', () => {
    expect(cellOfSerial(45_381.999999, options)).toEqual({ kind: 'day', day: '2024-03-31', time: null })
  })

  it('and a day are each other’s reverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_900_000 }), (count) => {
        const day = addDays('1900-03-01', count)
        expect(cellOfSerial(serialOfDay(day)!, options)).toEqual({ kind: 'day', day, time: null })
      }),
    )
  })
})

describe('a number format', () => {
  it.each([
    ['General', 'plain'],
    ['0.00_);(0.00)', 'plain'],
    ['#,##0"天"', 'plain'],
    ['0.0%', 'percent'],
    ['yyyy\\-mm\\-dd', 'day'],
    ['[$-804]yyyy"年"m"月"d"日";@', 'day'],
    ['m"月"d"日"', 'day'],
    ['yyyy"年"m"月"', 'day'],
    ['m/d/yy h:mm', 'day'],
    ['h:mm:ss', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm', 'plain'],
    ['[Red]0', 'plain'],
    ['@', 'plain'],
    ['"日"0', 'plain'],
  ])('%s is %s', (code, format) => {
    expect(formatOfCode(code)).toBe(format)
  })

  it('known by number, Chinese dates too', () => {
    expect([0, 9, 14, 22, 31, 57, 20, 45].map(builtInFormat)).toEqual([
      'plain',
      'percent',
      'day',
      'day',
      'day',
      'day',
      'time',
      'time',
    ])
  })
})

it('columns are lettered as people read them', () => {
  expect([0, 25, 26, 701, 702, 16_383].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD'])
  for (const column of [0, 25, 26, 701, 702, 16_383])
    expect(columnOfReference(`${columnLetter(column)}12`)).toBe(column)
  expect(columnOfReference('12')).toBe(-1)
})

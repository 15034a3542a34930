import { expect, it } from 'vitest'
import { accumulate } from './accumulate.ts'
import { decodeColumn } from './decode-column.ts'

const month = (value: string | null | undefined) =>
  decodeColumn({
    period: 1,
    vintage: 1,
    units: value === undefined ? [2] : [1, 2],
    values: value === undefined ? ['1'] : [value, '1'],
  })

it('adds what was reported so far, exactly', () => {
  const parts = [month('0.1'), month('0.25'), month('3'), month(undefined), undefined]
  expect(accumulate(parts, 1, 'sum')).toEqual({ value: '3.35', at: 2 })
  expect(accumulate(parts, 2, 'sum')).toEqual({ value: '4', at: 3 })
  expect(accumulate(parts, 1, 'last')).toEqual({ value: '3', at: 2 })
})

it('says nothing of a sum with a part missing in between, nor of a unit that reported nothing', () => {
  expect(accumulate([month('1'), month(null), month('3')], 1, 'sum')).toBeUndefined()
  expect(accumulate([month('1'), undefined, month('3')], 1, 'sum')).toBeUndefined()
  expect(accumulate([month('1'), undefined, month('3')], 1, 'last')).toEqual({ value: '3', at: 2 })
  expect(accumulate([month('1')], 9, 'last')).toBeUndefined()
})

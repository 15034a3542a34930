import { expect, it } from 'vitest'
import { displayWidth, padToWidth, wrapToWidth } from './display-width.ts'

it('counts two columns for a Chinese character and one for a Latin one', () => {
  expect(displayWidth('东区 GDP 1.2%')).toBe(4 + 9)
  expect(displayWidth('“首创”，𠮷😀')).toBe(14)
  expect(padToWidth('排名', 6)).toBe('排名  ')
  expect(padToWidth('排名排名', 6)).toBe('排名排名')
})

it('wraps by columns and never inside a character', () => {
  expect(wrapToWidth('东区abc第一', 5)).toEqual(['东区a', 'bc第', '一'])
  expect(wrapToWidth('𠮷𠮷𠮷', 4)).toEqual(['𠮷𠮷', '𠮷'])
  expect(wrapToWidth('', 4)).toEqual([])
})

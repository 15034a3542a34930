import { expect, it } from 'vitest'
import { numberScale } from './number-scale.ts'

const zh = { decimals: 2, locale: 'zh-CN' } as const

it('writes a whole column in the unit of its largest value', () => {
  const { unit, show } = numberScale(['12345678', '9876543', null], '元', zh)
  expect([unit, show('12345678'), show('9876543'), show(null)]).toEqual(['万元', '1234.57', '987.65', '—'])
  expect(numberScale(['-250000000'], '元', zh).unit).toBe('亿元')
  expect(numberScale(['12345'], '亿元', zh).unit).toBe('万亿元')
})

it('leaves shares and points as they are, to so many decimals', () => {
  const { unit, show, showSigned } = numberScale(['95.5'], '%', { ...zh, decimals: 1 })
  expect([unit, show('95.5'), show('94.25'), showSigned('0.3'), showSigned('-0.3'), showSigned('0')]).toEqual(
    ['%', '95.5', '94.3', '+0.3', '-0.3', '0.0'],
  )
})

it('groups by thousands in English only', () => {
  const { unit, show } = numberScale(['12345678'], '元', { decimals: 2, locale: 'en' })
  expect([unit, show('12345678')]).toEqual(['million yuan', '12.35'])
  expect(numberScale(['1234.5'], '毫', { decimals: 2, locale: 'en' }).show('1234.5')).toBe('1,234.50')
})

it('shows numbers of an unknown unit of measure as they are', () => {
  expect(numberScale(['123456'], '标准箱次日', { ...zh, decimals: 0 }).show('123456')).toBe('123456')
})

it('writes the marks of an axis without needless zeros', () => {
  const { showTick } = numberScale(['600', '7.5'], '万人', { decimals: 2, locale: 'zh-CN' })
  expect([600, 7.5, 0, 1e-7].map(showTick)).toEqual(['600', '7.5', '0', '0'])
})

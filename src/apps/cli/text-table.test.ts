import { expect, it } from 'vitest'
import { textTable } from './text-table.ts'

it('stands in columns, with Chinese and Latin among each other', () => {
  const table = textTable(
    [{ heading: '位次', isNumber: true }, { heading: '单位' }, { heading: '数值', isNumber: true }],
    [
      ['1', '云泊新区', '12.5'],
      ['10', 'Heting', '7'],
      ['', '—', ''],
    ],
  )
  expect(table).toBe(
    ['位次  单位      数值', '   1  云泊新区  12.5', '  10  Heting       7', '      —'].join('\n'),
  )
})

import { expect, test } from 'vitest'
import { csvOf } from './chart-table.ts'

const columns = [
  { key: 'unit', title: '单位' },
  { key: 'value', title: '值' },
]

test('a chart goes into a file with raw values, quotes and an empty field for what is missing', () => {
  const rows = [
    { unit: '甲区', value: '12500000' },
    { unit: '乙,"区"', value: null },
  ]
  expect(csvOf({ columns, rows })).toBe('\ufeff单位,值\r\n甲区,12500000\r\n"乙,""区""",\r\n')
})

test('a name that a spreadsheet would run is disarmed, a negative number is not', () => {
  const rows = [{ unit: '=HYPERLINK("x")', value: '-1.5' }]
  expect(csvOf({ columns, rows })).toContain(`"'=HYPERLINK(""x"")",-1.5`)
  for (const unit of ['＝1+1', "'=1", '\n=1', '+a', '@a', '\ta'])
    expect(csvOf({ columns, rows: [{ unit, value: null }] })).toMatch(/\r\n"?'/)
})

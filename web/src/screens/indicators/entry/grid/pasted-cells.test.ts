import { expect, it } from 'vitest'
import { pastedCells } from './pasted-cells.ts'

it.each([
  [
    '1\t2\r\n3\t4\r\n',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['1\n\n3', [['1'], [''], ['3']]],
  ['7', [['7']]],
  ['1\t', [['1', '']]],
  ['"a ""b""\nc"\t2', [['a "b"\nc', '2']]],
  ['', []],
])('reads %j', (text, cells) => {
  expect(pastedCells(text)).toEqual(cells)
})

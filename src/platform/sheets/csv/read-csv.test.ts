import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRows } from '../testing.ts'
import { guardFormula, unguardFormula } from './formula-guard.ts'

const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
/** 事项,时限 CR LF 建设停车位,6月底 in GB18030. */
const GB18030 = Uint8Array.from(Buffer.from('cac2cfee2ccab1cfde0d0abda8c9e8cda3b3b5cebb2c36d4c2b5d7', 'hex'))
const lines = '事项,时限\r\n建设停车位,6月底'

describe('a csv file', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(lines)],
    ['UTF-8 with a byte-order mark', new TextEncoder().encode(`\ufeff${lines}`)],
    ['UTF-16', utf16(lines)],
    ['UTF-16 with a byte-order mark', utf16(`\ufeff${lines}`)],
    ['GB18030', GB18030],
  ])('in %s', async (_, bytes) => {
    const rows = await readRows(bytes, { fileName: 'a.csv' })
    expect(rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [1, '事项', '时限'],
      [2, '建设停车位', '6月底'],
    ])
  })

  it.each([
    [
      'tabs, as systems export to “.xls”',
      '甲\t乙,丙\r\n1\t2,3\r\n',
      [
        ['甲', '乙,丙'],
        ['1', '2,3'],
      ],
    ],
    [
      'semicolons',
      '甲;乙\n1,5;2\n',
      [
        ['甲', '乙'],
        ['1,5', '2'],
      ],
    ],
    [
      'what its first line says',
      'sep=|\r\n甲|乙\r\n1,2|3\r\n',
      [
        ['甲', '乙'],
        ['1,2', '3'],
      ],
    ],
    [
      'commas, quotes doubled, line feeds inside',
      '甲,"乙\n""丁"""\n"1,2",3',
      [
        ['甲', '乙\n"丁"'],
        ['1,2', '3'],
      ],
    ],
    [
      'a quote in the middle of a cell',
      '甲"乙,2\n3,4',
      [
        ['甲"乙', '2'],
        ['3', '4'],
      ],
    ],
  ])('parted by %s', async (_, content, cells) => {
    const rows = await readRows(new TextEncoder().encode(content), { fileName: 'a.xls' })
    expect(rows.map((row) => row.cells)).toEqual(cells)
  })

  it('numbers its rows as a spreadsheet program does, empty ones counted and passed over', async () => {
    const rows = await readRows(new TextEncoder().encode('甲,"一\n二"\n\n,,\n乙,三\n'), { fileName: 'a.csv' })
    expect(rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [1, '甲'],
      [4, '乙'],
    ])
  })
})

describe('a text that a program would run as a formula', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', "'=1", '＝1'])('%j is guarded', (text) => {
    expect(guardFormula(text)).toBe(`'${text}`)
  })

  it('is what it was after writing and reading, like any other', () => {
    const part = fc.constantFrom("'", '=', '+', '-', '@', '\t', '甲', ' ')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(part).map((parts) => parts.join('')),
          fc.string(),
        ),
        (text) => {
          expect(unguardFormula(guardFormula(text))).toBe(text)
          expect(guardFormula(text)).not.toMatch(/^[=+\-@\t\r]/)
        },
      ),
    )
  })
})

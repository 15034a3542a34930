import { describe, expect, it } from 'vitest'
import { openSheet } from './open-sheet.ts'
import { collect, otherSheet, otherWorkbook, rawWorkbook, readRows } from './testing.ts'

const sheetOf = (rows: string, rest = '') => `<worksheet><sheetData>${rows}</sheetData>${rest}</worksheet>`

describe('a workbook', () => {
  it.each(['xlsx', 'biff8'] as const)('by another maker, as %s: every kind of cell', async (bookType) => {
    const bytes = otherWorkbook(
      {
        台账: otherSheet({
          A1: { t: 's', v: '事项' },
          B1: { t: 's', v: '时限' },
          A2: { t: 's', v: '建设停车位' },
          B2: { t: 'n', v: 45382, z: 'yyyy/m/d' },
          C2: { t: 'n', v: 45382.604167, z: 'yyyy-mm-dd hh:mm' },
          D2: { t: 'n', v: 0.85, z: '0%' },
          E2: { t: 'n', v: 1234.5, z: '#,##0.00' },
          F2: { t: 'b', v: true },
          G2: { t: 'e', v: 42, w: '#N/A' },
          H2: { t: 'n', v: 45382, z: 'yyyy"年"m"月"d"日"' },
          I2: { t: 'n', v: 0.5, z: 'h:mm' },
        }),
      },
      bookType,
    )
    const rows = await readRows(bytes)
    expect(rows.map(({ row }) => row)).toEqual([1, 2])
    expect(rows[1]!.cells).toEqual([
      '建设停车位',
      { kind: 'day', day: '2024-03-31', time: null },
      { kind: 'day', day: '2024-03-31', time: '14:30' },
      { kind: 'percent', fraction: 0.85 },
      1234.5,
      true,
      { kind: 'error', text: '#N/A' },
      { kind: 'day', day: '2024-03-31', time: null },
      '12:00',
    ])
  })

  it.each(['xlsx', 'biff8'] as const)(
    'as %s: merged cells are filled and marked, hidden rows and sheets named',
    async (bookType) => {
      const merges = [
        { s: { r: 0, c: 0 }, e: { r: 0, c: 2 } },
        { s: { r: 1, c: 0 }, e: { r: 2, c: 0 } },
        { s: { r: 1, c: 1 }, e: { r: 1, c: 2 } },
      ]
      const bytes = otherWorkbook(
        {
          说明: otherSheet({ A1: { t: 's', v: '填表说明' } }),
          台账: otherSheet(
            {
              A1: { t: 's', v: '重点工作台账' },
              A2: { t: 's', v: '事项' },
              B2: { t: 's', v: '责任' },
              B3: { t: 's', v: '牵头' },
              C3: { t: 's', v: '配合' },
              A5: { t: 's', v: '甲' },
            },
            { '!merges': merges, '!rows': [{}, {}, {}, {}, { hidden: true }] },
          ),
        },
        bookType,
      )
      const sheet = await openSheet({ source: { bytes }, fileName: 'a.xlsx', sheet: '台账' })
      expect(sheet.sheets.map(({ name }) => name)).toEqual(['说明', '台账'])
      expect(await collect(sheet.rows())).toEqual([
        { row: 1, cells: ['重点工作台账', '重点工作台账', '重点工作台账'], merged: [1, 2], isHidden: false },
        { row: 2, cells: ['事项', '责任', '责任'], merged: [2], isHidden: false },
        { row: 3, cells: ['事项', '牵头', '配合'], merged: [0], isHidden: false },
        // SheetJS writes no hidden rows in the old format.
        { row: 5, cells: ['甲'], merged: [], isHidden: bookType === 'xlsx' },
      ])
    },
  )

  it('gives the last value of a formula, in text, number and error', async () => {
    const bytes = rawWorkbook({
      sheet: sheetOf(
        '<row r="4"><c r="B4"><f>1+1</f><v>2</v></c><c r="C4" t="str"><f>A1&amp;"x"</f><v>甲&lt;x</v></c><c r="D4" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
      ),
    })
    expect(await readRows(bytes)).toEqual([
      { row: 4, cells: [null, 2, '甲<x', { kind: 'error', text: '#DIV/0!' }], merged: [], isHidden: false },
    ])
  })

  it('joins the runs of a formatted text and leaves its readings out', async () => {
    const bytes = rawWorkbook({
      sheet: sheetOf('<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>'),
      strings:
        '<sst><si><t xml:space="preserve"> 乙\n</t></si><si><r><t>甲</t></r><r><t>_x000D_&amp;</t></r><rPh sb="0" eb="1"><t>jia</t></rPh></si></sst>',
    })
    expect((await readRows(bytes))[0]!.cells).toEqual(['甲\r&', ' 乙\n'])
  })

  it('of a writer that prefixes its tags and leaves references out', async () => {
    const bytes = rawWorkbook({
      sheet:
        '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c><x:c><x:v>1</x:v></x:c></x:row><x:row><x:c><x:v>2</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:A2"/></x:mergeCells></x:worksheet>',
      workbook:
        '<x:workbook><x:workbookPr date1904="1"/><x:sheets><x:sheet name="一" sheetId="1" rel:id="rId1"/></x:sheets></x:workbook>',
    })
    expect((await readRows(bytes)).map(({ row, cells }) => [row, cells])).toEqual([
      [1, ['甲', 1]],
      [2, ['甲']],
    ])
  })

  it('counts days from 1904 where the file says so, and passes over a > in a number format', async () => {
    const bytes = rawWorkbook({
      workbook:
        '<workbook><workbookPr date1904="true"/><sheets><sheet name="一" r:id="rId1"/></sheets></workbook>',
      sheet: sheetOf('<row r="1"><c r="A1" s="1"><v>43920</v></c><c r="B1" s="2"><v>7</v></c></row>'),
      styles:
        '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[>=100]0.0;0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>',
    })
    expect((await readRows(bytes))[0]!.cells).toEqual([{ kind: 'day', day: '2024-03-31', time: null }, 7])
  })

  it('is read to its last row when a tag falls between two pieces', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, at) =>
        `<row r="${at + 1}"><c r="A${at + 1}" t="inlineStr"><is><t>第${at}项</t></is></c><c r="C${at + 1}"><v>${at}</v></c></row>`,
    )
    const read = await readRows(rawWorkbook({ sheet: sheetOf(rows.join('')) }))
    expect(read).toHaveLength(20_000)
    for (const { row, cells } of read) expect(cells).toEqual([`第${row - 1}项`, null, row - 1])
  })

  it('tells how many rows there are at most before they are read', async () => {
    const bytes = rawWorkbook({ sheet: sheetOf('<row r="1"/><row r="9"><c r="A9"><v>1</v></c></row>') })
    const sheet = await openSheet({ source: { bytes }, fileName: 'a.xlsx' })
    expect(sheet.sheets).toEqual([{ name: 'Sheet1', isHidden: false, rows: 2 }])
    await sheet.close()
  })
})

import { createHash } from 'node:crypto'
import { utils, write } from '@e965/xlsx'
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { describe, expect, it } from 'vitest'
import { readDocument, receivePasted } from './read-document.ts'
import { makeDoc } from './samples/make-doc.ts'
import { makeDocxOf, paragraph } from './samples/make-docx.ts'
import { makePdf, makePdfOfNamedMap } from './samples/make-pdf.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (bytes: Uint8Array, fileName = 'report') => readDocument(bytes, { fileName })

describe('a text file', () => {
  it('keeps its line breaks and its hash', async () => {
    const bytes = utf8('会议召开。\r\n\r\n　　市长指出\t要。\n')
    const received = await read(bytes)
    expect(received).toMatchObject({
      text: '会议召开。\r\n\r\n　　市长指出\t要。\n',
      format: 'txt',
      encoding: 'utf-8',
    })
    expect(received.contentHash).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it('is decoded from GB18030, from UTF-16 by its mark, and without the mark of UTF-8', async () => {
    const gbk = Uint8Array.from([0xca, 0xd0, 0xce, 0xaf, 0xbb, 0xe1, 0xd2, 0xe9])
    expect(await read(gbk)).toMatchObject({ text: '市委会议', encoding: 'gb18030' })
    const utf16 = Buffer.from('\ufeff市委会议', 'utf16le')
    expect(await read(utf16)).toMatchObject({ text: '市委会议', encoding: 'utf-16le' })
    expect(await read(Buffer.from(utf16).swap16())).toMatchObject({ text: '市委会议', encoding: 'utf-16be' })
    expect(await read(utf8('\ufeff市委会议'))).toMatchObject({ text: '市委会议', encoding: 'utf-8' })
  })

  it('is pasted under the same rules', () => {
    expect(receivePasted('市委会议')).toMatchObject({ text: '市委会议', format: 'pasted', encoding: null })
    expect(() => receivePasted('市委\u0000会议')).toThrow('reports.binary-file')
  })
})

describe('a page', () => {
  const page = `<!-- saved --><!DOCTYPE html><html><head><meta charset="gb2312"><title>题</title>
    <style>p{}</style><script>var a = "<p>不要</p>"</script></head><body><div style="display:none">藏<div>着</div></div>
    <h1>季度会议</h1><p>浦江区<b>第一</b>。<br>但在&amp;上</p><table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table></body></html>`

  it('gives what is seen, a line for each block', async () => {
    const received = await read(utf8(page.replace('gb2312', 'utf-8')), 'saved.txt')
    expect(received).toMatchObject({ format: 'html', encoding: 'utf-8' })
    expect(received.text.trim()).toBe('季度会议\n浦江区第一。\n但在&上\n甲\t乙\n丙')
  })

  it('is read in the encoding that it declares, and strictly in another when that is wrong', async () => {
    expect((await read(utf8(page))).encoding).toBe('utf-8')
    const gbk = Buffer.concat([
      Buffer.from('<html><meta charset="gbk"><p>'),
      Uint8Array.from([0xca, 0xd0, 0xce, 0xaf]),
    ])
    expect(await read(gbk)).toMatchObject({ text: expect.stringContaining('市委'), encoding: 'gb18030' })
  })
})

describe('an office document', () => {
  it('docx: a line for each paragraph and each table row', async () => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
    const document = new Document({
      sections: [
        {
          children: [
            new Paragraph({ children: [new TextRun('季度'), new TextRun({ text: '会议', bold: true })] }),
            new Table({
              rows: [
                new TableRow({ children: [cell('单位'), cell('不足')] }),
                new TableRow({ children: [cell('东区'), cell('管理 & 服务')] }),
              ],
            }),
            new Paragraph('完。'),
          ],
        },
      ],
    })
    const received = await read(await Packer.toBuffer(document), 'wrong-name.txt')
    expect(received).toMatchObject({ format: 'docx', encoding: null })
    expect(received.text).toBe('季度会议\n单位\t不足\n东区\t管理 & 服务\n完。\n')
  })

  it('docx: leaves out deleted words, field codes and second copies', async () => {
    const body = `${paragraph('留')}<w:p><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText><w:t>用</w:t></w:r></w:p><w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('框')}</w:txbxContent></mc:Choice><mc:Fallback>${paragraph('框')}</mc:Fallback></mc:AlternateContent></w:r></w:p>`
    expect((await read(makeDocxOf(body))).text).toBe('留\n用\n框\n\n')
  })

  it('doc: the text of its pieces', async () => {
    const received = await read(makeDoc('市委季度会议。\r东区第一。\r'), 'a.docx')
    expect(received).toMatchObject({ format: 'doc' })
    expect(received.text.trimEnd()).toBe('市委季度会议。\n东区第一。')
  })

  it.each(['xlsx', 'biff8'] as const)(
    '%s: rows as lines, a merged label in each of its rows',
    async (bookType) => {
      const sheet = utils.aoa_to_sheet([
        ['单位', '指标', '数值'],
        ['东区', '增速', 0.085],
        [undefined, '投资\n总额', 12],
      ])
      sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }]
      sheet.C2!.z = '0.0%'
      const book = utils.book_new()
      utils.book_append_sheet(book, sheet, '一季度')
      utils.book_append_sheet(book, utils.aoa_to_sheet([[]]), '空')
      const received = await read(new Uint8Array(write(book, { type: 'buffer', bookType })), 'a.bin')
      expect(received.format).toBe(bookType === 'xlsx' ? 'xlsx' : 'xls')
      expect(received.text).toBe('一季度\n单位\t指标\t数值\n东区\t增速\t8.5%\n东区\t投资 总额\t12\n')
    },
  )
})

describe('a pdf', () => {
  it('is read line by line, in drawing order across columns', async () => {
    const bytes = await makePdf([
      [
        { text: '左栏一', x: 72, y: 700 },
        { text: '左栏二', x: 72, y: 680 },
        { text: '右栏一', x: 320, y: 700 },
        { text: '右栏二', x: 320, y: 680 },
      ],
      [{ text: '次页。', x: 72, y: 700 }],
    ])
    expect(await read(bytes)).toMatchObject({
      text: '左栏一\n左栏二\n右栏一\n右栏二\n\n次页。\n',
      format: 'pdf',
    })
  })

  it('is read top to bottom when it was drawn out of order', async () => {
    const rows = [3, 1, 4, 2, 6, 5, 8, 7].map((row) => ({ text: `第${row}行`, x: 72, y: 800 - row * 60 }))
    const { text } = await read(await makePdf([rows]))
    expect(text.trim().split('\n')).toEqual(Array.from({ length: 8 }, (_, row) => `第${row + 1}行`))
  })

  it.each([
    ['UniGB-UCS2-H', Buffer.from('市委会议，一、2024', 'utf16le').swap16().toString('hex')],
    ['GBK-EUC-H', 'cad0ceafbbe1d2e9a3acd2bba1a232303234'],
  ])('is read when its font only names the map %s', async (encoding, codes) => {
    expect((await read(await makePdfOfNamedMap(encoding, codes))).text).toBe('市委会议，一、2024\n')
  })

  it('is refused as without text when its glyphs have numbers that lead nowhere', async () => {
    const refused = read(await makePdfOfNamedMap('Identity-H', '0a1b0a1c'))
    await expect(refused).rejects.toMatchObject({ code: 'reports.pdf-without-text' })
  })
})

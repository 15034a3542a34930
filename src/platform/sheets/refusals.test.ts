import { CFB } from '@e965/xlsx'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openSheet } from './open-sheet.ts'
import { collect, otherSheet, otherWorkbook, rawWorkbook, readRows } from './testing.ts'

const sheetOf = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
const refusal = (code: string, details: object = {}) =>
  expect.objectContaining({ kind: 'invalid', code, details: expect.objectContaining(details) })
const text = (value: string) => new TextEncoder().encode(value)
const small = otherWorkbook({ 台账: otherSheet({ A1: { t: 's', v: '甲' }, B9: { t: 's', v: '乙' } }) })

describe('refused with a sentence:', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'platform.sheet-empty', {}],
    ['a web page named .xls', text('<html><table><tr><td>甲'), 'platform.sheet-wrong-type', { what: 'html' }],
    ['a PDF', text('%PDF-1.7\n'), 'platform.sheet-wrong-type', { what: 'pdf' }],
    [
      'the XML of 2003',
      text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
      'platform.sheet-wrong-type',
      { what: 'xml-2003' },
    ],
    ['a binary file', new Uint8Array([1, 0, 0, 3, 0, 0, 9]), 'platform.sheet-wrong-type', { what: 'binary' }],
    [
      'a text document',
      zipSync({ 'word/document.xml': text('<x/>') }),
      'platform.sheet-wrong-type',
      { what: 'docx' },
    ],
    ['any other zip', zipSync({ 'a.txt': text('甲') }), 'platform.sheet-wrong-type', { what: 'zip' }],
    ['half a workbook', small.subarray(0, small.length / 2), 'platform.zip-damaged', {}],
    ['half an OLE container', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'platform.sheet-damaged', {}],
    [
      'no text in any encoding',
      new Uint8Array([0x61, 0xff, 0x2c, 0xff, 0xff]),
      'platform.sheet-encoding',
      {},
    ],
  ])('%s', async (_, bytes, code, details) => {
    await expect(readRows(bytes)).rejects.toEqual(refusal(code, details))
  })

  it('a workbook with a password', async () => {
    const container = CFB.utils.cfb_new()
    CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.from('locked'))
    const locked = new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer)
    await expect(readRows(locked)).rejects.toEqual(refusal('platform.sheet-encrypted'))
  })

  it('a sheet that is not there, with the names of those that are', async () => {
    await expect(readRows(small, { sheet: '汇总' })).rejects.toEqual(
      refusal('platform.no-such-sheet', { name: '汇总', sheets: ['台账'] }),
    )
  })

  it('a document type, which could define entities that unfold', async () => {
    const bytes = rawWorkbook({ sheet: `<!DOCTYPE x [<!ENTITY a "aaaa">]>${sheetOf('')}` })
    await expect(readRows(bytes)).rejects.toEqual(
      refusal('platform.sheet-damaged', { part: expect.stringContaining('DOCTYPE') }),
    )
  })

  it('a sheet that ends before its rows do', async () => {
    const bytes = rawWorkbook({ sheet: '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>' })
    await expect(readRows(bytes)).rejects.toEqual(refusal('platform.sheet-damaged'))
  })

  it('a text that never ends, before it fills the memory', async () => {
    const bytes = rawWorkbook({ sheet: `<worksheet>${'a'.repeat(9 * 1024 * 1024)}` })
    await expect(readRows(bytes, { limits: { maxInflationRatio: 5000 } })).rejects.toEqual(
      refusal('platform.sheet-damaged'),
    )
  })

  it('a zip bomb, before it is unfolded', async () => {
    const bytes = rawWorkbook({ sheet: sheetOf(' '.repeat(30 * 1024 * 1024)) })
    await expect(readRows(bytes)).rejects.toEqual(refusal('platform.zip-ratio'))
  })

  it('too many rows, columns, texts and bytes, each by its own code', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`,
    )
    const long = rawWorkbook({ sheet: sheetOf(rows.join('')) })
    const texts = rawWorkbook({ sheet: sheetOf(''), strings: '<sst><si><t>甲乙</t></si></sst>' })
    const limited = (bytes: Uint8Array, limits: object) => readRows(bytes, { limits })
    await expect(limited(long, { maxRows: 20 })).rejects.toEqual(
      refusal('platform.sheet-too-many-rows', { row: 21, limit: 20 }),
    )
    await expect(
      readRows(rawWorkbook({ sheet: sheetOf('<row r="2"><c r="XFD2"><v>1</v></c></row>') })),
    ).rejects.toEqual(refusal('platform.sheet-too-wide', { cell: 'XFD2', limit: 500 }))
    await expect(limited(texts, { maxTextBytes: 10 })).rejects.toEqual(
      refusal('platform.sheet-too-much-text'),
    )
    await expect(limited(small, { maxBytes: 100 })).rejects.toEqual(refusal('platform.sheet-too-large'))
    const old = otherWorkbook({ 台账: otherSheet({ A1: { t: 's', v: '甲' } }) }, 'biff8')
    await expect(limited(old, { maxXlsBytes: 100 })).rejects.toEqual(refusal('platform.xls-too-large'))
    await expect(limited(text('"a\nb\nc,d'), {})).rejects.toEqual(refusal('platform.csv-row-unreadable'))
  })

  it('what takes too long or too much memory; the thread is ended', async () => {
    await expect(readRows(small, { limits: { timeoutMs: 0 } })).rejects.toEqual(
      refusal('platform.sheet-too-slow'),
    )
    await expect(readRows(small, { limits: { memoryMb: 4 } })).rejects.toEqual(
      refusal('platform.sheet-out-of-memory'),
    )
  })
})

it('reading stops when the signal says so, also while it waits for a thread', async () => {
  const controllers = Array.from({ length: 6 }, () => new AbortController())
  const opening = controllers.map(({ signal }) =>
    openSheet({ source: { bytes: small }, fileName: 'a.xlsx', signal }).then(async (sheet) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      return collect(sheet.rows())
    }),
  )
  const settled = Promise.allSettled(opening)
  for (const controller of controllers) controller.abort(new Error('stopped by a person'))
  for (const result of await settled)
    expect(result).toEqual({ status: 'rejected', reason: new Error('stopped by a person') })
  expect(await readRows(small)).toHaveLength(2)
})

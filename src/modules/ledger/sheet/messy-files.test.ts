import { CFB } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../../kernel/context.ts'
import type { QuarterdeckServer } from '../../../platform/http/index.ts'
import { otherSheet, otherWorkbook } from '../../../platform/sheets/testing.ts'
import { drainJobs, openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { addAccount, type SignedInBrowser, signInOver } from '../../identity/testing.ts'
import { CheckSheet, type SheetImport } from '../schema/sheets.ts'
import { checkImport } from './decide-import.ts'
import { getImport, listSheetImports } from './present-import.ts'
import { proposeAgain, uploadSheet } from './upload-sheet.ts'

let city: TestCity
let office: Context
let server: QuarterdeckServer
beforeAll(async () => {
  city = await openTestCity()
  office = city.as('officer')
  server = await city.http()
  await addAccount(city.asSystem(), { role: 'officer' })
  await addAccount(city.asSystem(), { role: 'liaison', unitId: city.unitId('yunbo') })
})
afterAll(() => city.close())

const text = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'))
const upload = (bytes: Uint8Array, fileName = '台账.xlsx') => uploadSheet(office, { bytes, fileName })
const sheetOf = (...rows: string[][]) =>
  otherSheet(
    Object.fromEntries(
      rows.flatMap((row, r) =>
        row.map((value, c) => [`${'ABCDEFGH'[c]}${r + 1}`, { t: 's', v: value }] as const),
      ),
    ),
  )
const fieldsOf = (sheet: SheetImport) => sheet.columns.map(({ field }) => field)
const TABLE = [
  ['编号', '事项', '牵头单位'],
  ['一号', '整治河道', '云泊新区'],
]

describe('a file that is no table is refused and leaves no import:', () => {
  const locked = () => {
    const container = CFB.utils.cfb_new()
    CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.from('locked'))
    return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer)
  }
  it.each([
    ['an empty file', () => new Uint8Array(), 'platform.sheet-empty'],
    ['one with a password', locked, 'platform.sheet-encrypted'],
    ['a web page', () => text('<html><table>'), 'platform.sheet-wrong-type'],
    [
      'a workbook without any cell',
      () => otherWorkbook({ 表: sheetOf(), 表二: sheetOf() }),
      'platform.sheet-no-rows',
    ],
  ])('%s', async (_, bytes, code) => {
    await expect(upload(bytes())).rejects.toMatchObject({ code })
    expect(await listSheetImports(office)).toEqual([])
  })
})

describe('the table is found', () => {
  it('behind a page of instructions', async () => {
    const book = otherWorkbook({ 填表说明: sheetOf(['一、每月底前报送']), 任务: sheetOf(...TABLE) })
    const sheet = await upload(book)
    expect(sheet).toMatchObject({ sheet: '任务', firstHeadingRow: 1 })
    expect(fieldsOf(sheet)).toEqual(['externalNumber', 'title', 'lead'])
  })

  it('on another sheet when a person says so', async () => {
    const bytes = otherWorkbook({ 填表说明: sheetOf(['说明一', '说明二']), 任务: sheetOf(...TABLE) })
    const sheet = await upload(bytes)
    const back = await proposeAgain(office, sheet.id, { sheet: '填表说明' })
    expect(back.sheet).toBe('填表说明')
    expect((await proposeAgain(office, sheet.id, { sheet: '任务' })).columns).toHaveLength(3)
  })

  it('under headings that nobody knows: the fullest row stands in, and a person says what is what', async () => {
    const lines = ['内部资料', '甲栏,乙栏,丙栏', 'x1,修缮码头,云泊新区']
    const sheet = await upload(text(...lines), '表.csv')
    expect(sheet).toMatchObject({ firstHeadingRow: 2, lastHeadingRow: 2 })
    expect(fieldsOf(sheet)).toEqual([null, null, null])
    const columns = ['externalNumber', 'title', 'lead']
    await checkImport(office, sheet.id, CheckSheet.parse({ columns, options: {} }))
    await drainJobs(city)
    expect((await getImport(office, sheet.id)).counts).toMatchObject({ added: 1, problemRows: 0 })
  })

  it('with a heading and no row: counted as none, and nothing to enter', async () => {
    const sheet = await upload(text('编号,事项,牵头单位'), '空.csv')
    const columns = fieldsOf(sheet)
    await checkImport(office, sheet.id, CheckSheet.parse({ columns, options: {} }))
    await drainJobs(city)
    const ready = await getImport(office, sheet.id)
    expect(ready).toMatchObject({ state: 'ready', preview: [], counts: { rows: 0, added: 0 } })
  })

  it('by rows that a person names; empty ones are refused with their numbers', async () => {
    const sheet = await upload(text('编号,事项,牵头单位', '一号,整治河道,云泊新区'), '表.csv')
    await expect(
      proposeAgain(office, sheet.id, { firstHeadingRow: 9, lastHeadingRow: 10 }),
    ).rejects.toMatchObject({ code: 'ledger.sheet-no-heading', details: { firstRow: 9, lastRow: 10 } })
  })
})

it('what was decided for the same headings comes back next month: prefix, unit names, ways of reading', async () => {
  const lines = ['编号,事项,牵头单位,办结口径', '1,整治河道,老河道所,全部完成']
  const first = await upload(text(...lines), '一月.csv')
  const unitNames = { 老河道所: city.unitId('yunbo') }
  const columns = ['externalNumber', 'title', 'lead', 'target']
  const options = { numberPrefix: '河-', unitNames, takesOver: false, year: 2023, reason: '一次性' }
  await checkImport(office, first.id, CheckSheet.parse({ columns, options }))
  await drainJobs(city)
  const second = await upload(text(...lines), '二月.csv')
  expect(second.isRemembered).toBe(true)
  expect(fieldsOf(second)).toEqual(columns)
  expect(second.options).toMatchObject({
    numberPrefix: '河-',
    unitNames,
    takesOver: false,
    year: null,
    reason: null,
  })
})

describe('over HTTP', () => {
  const form = (bytes: Buffer) => {
    const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
    return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')])
  }
  const post = (by: SignedInBrowser, bytes: Buffer, language = 'zh-CN') =>
    server.inject({
      method: 'POST',
      url: '/api/sheets',
      headers: {
        ...by.headers,
        'content-type': 'multipart/form-data; boundary=x',
        'accept-language': language,
      },
      payload: form(bytes),
    })

  it('a file of 30 MB is refused with what may be sent, in both languages', async () => {
    const officer = await signInOver(server, 'officer')
    for (const [language, words] of [
      ['zh-CN', '20 MB'],
      ['en', '20 MB'],
    ] as const) {
      const answer = await post(officer, Buffer.alloc(30 * 1024 * 1024, 'a'), language)
      expect([400, 413]).toContain(answer.statusCode)
      expect(answer.json().detail).toContain(words)
    }
  })

  it('every route is the office’s alone', async () => {
    const officer = await signInOver(server, 'officer')
    const liaison = await signInOver(server, 'liaison')
    const created = await post(officer, Buffer.from('编号,事项\n1,整治河道'))
    expect(created.statusCode).toBe(201)
    const { id } = created.json<SheetImport>()
    expect((await post(liaison, Buffer.from('编号,事项\n1,整治河道'))).statusCode).toBe(403)
    const routes = [
      ['GET', ''],
      ['GET', `/${id}`],
      ['GET', `/${id}/problems`],
      ['POST', `/${id}/propose`, {}],
      ['POST', `/${id}/check`, { columns: [], options: {} }],
      ['POST', `/${id}/start`],
      ['POST', `/${id}/cancel`],
    ] as const
    for (const [method, path, payload] of routes) {
      const asked = { method, url: `/api/sheets${path}`, ...(payload ? { payload } : {}) }
      const refused = await server.inject({ ...asked, headers: liaison.headers })
      expect([path, refused.statusCode, refused.json().code]).toEqual([path, 403, 'kernel.forbidden'])
    }
  })
})

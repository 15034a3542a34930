import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { QuarterdeckServer } from '../../../platform/http/index.ts'
import { listJournal } from '../../../platform/journal/index.ts'
import { readRows } from '../../../platform/sheets/testing.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { addAccount, type SignedInBrowser, signInOver } from '../../identity/testing.ts'
import { defineForTest, publishForTest } from '../../indicators/testing.ts'
import type { Book, Drafted, ReviewDetail } from '../schema.ts'
import type { DocumentTemplate } from './template-schema.ts'

let city: TestCity
let server: QuarterdeckServer
let officer: SignedInBrowser
let liaison: SignedInBrowser
let review: ReviewDetail

beforeAll(async () => {
  city = await openTestCity()
  server = await city.http()
  await addAccount(city.asSystem(), { role: 'officer' })
  await addAccount(city.asSystem(), { role: 'liaison', unitId: city.unitId('yunbo') })
  officer = await signInOver(server, 'officer')
  liaison = await signInOver(server, 'liaison')
  const statistician = city.as('statistician')
  await defineForTest(statistician, { code: 'air', name: '空气优良率', measure: '%' })
  const others = { qingdu: '95', wangxi: '94', jinting: '93', heting: '92', yanshi: '91', weizhou: '90' }
  await publishForTest(statistician, {
    air: { '2024-02': { ...others, yunbo: '93.5' }, '2024-03': { ...others, yunbo: '80' } },
  })
  review = await call('POST', '/api/reviews/cycles', {
    payload: { period: '2024Q1', title: '一季度工作会议', heldAt: '2024-04-10T06:00:00Z' },
    status: 201,
  })
  const points = ['yunbo', 'qingdu'].map((key) => ({ kind: 'speech', unitId: city.unitId(key) }))
  await call('PUT', `/api/reviews/cycles/${review.id}/agenda`, {
    payload: { version: review.version, points },
  })
  for (const key of ['yunbo', 'qingdu'])
    await call<Drafted>('POST', `/api/reviews/cycles/${review.id}/sheets/${city.unitId(key)}/draft`)
})
afterAll(() => city?.close())

interface Calling {
  readonly as?: SignedInBrowser
  readonly payload?: object
  readonly status?: number
  readonly headers?: Record<string, string>
}

async function send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, calling: Calling = {}) {
  const { as = officer, payload, status = 200, headers } = calling
  const response = await server.inject({
    method,
    url,
    headers: { ...as.headers, ...headers },
    ...(payload && { payload }),
  })
  expect(response.statusCode, response.body.slice(0, 400)).toBe(status)
  return response
}
const call = async <T>(method: 'GET' | 'POST' | 'PUT', url: string, calling?: Calling) =>
  (await send(method, url, calling)).json<T>()

const documentOf = (kind: string, { search = '', ...calling }: Calling & { search?: string } = {}) =>
  send('GET', `/api/reviews/cycles/${review.id}/documents/${kind}?${search}`, calling)
const partOf = (docx: Uint8Array, name = 'word/document.xml') => strFromU8(unzipSync(docx)[name]!)
const wordsOf = (docx: Uint8Array) =>
  partOf(docx)
    .replaceAll(/<\/w:p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
const unit = (key: string) => `unit=${city.unitId(key)}`

describe('a document of a review', () => {
  it('is the briefing book: agenda, lines, places, charts, every figure bound to its source', async () => {
    const { rawPayload, headers } = await documentOf('briefing-book')
    expect(headers['content-disposition']).toContain(encodeURIComponent('2024Q1汇报册.docx'))
    const words = wordsOf(rawPayload)
    for (const told of [
      '泊江市2024年一季度工作点评汇报册',
      '云泊新区',
      '青渡区',
      '空气优良率',
      '7/7',
      '数据出处',
    ])
      expect(words).toContain(told)
    expect(words).not.toContain('{{')
    const body = partOf(rawPayload)
    expect(body).toMatch(/w:name="_Source_1_1"/)
    expect(body).toMatch(/descr="空气优良率 \(%\)\. 云泊新区: 2024年2月 93\.5, 2024年3月 80"/)
    expect(partOf(rawPayload, 'customXml/quarterdeck-sources.xml')).toContain(
      'href="/indicators/air?period=2024-03',
    )
  })

  it('shows a liaison the own unit only', async () => {
    const words = wordsOf((await documentOf('briefing-book', { as: liaison })).rawPayload)
    expect(words).toContain('空气优良率')
    expect(words).not.toMatch(/（一）青渡区|青渡区主要指标位次/)
    await documentOf('unit-sheet', { as: liaison, search: unit('qingdu'), status: 403 })
    await documentOf('commitments-memo', { as: liaison, status: 403 })
  })

  it('as a sheet has one row for each source, and the office may write what looks like a formula', async () => {
    await call('POST', `/api/reviews/cycles/${review.id}/lines`, {
      payload: { unitId: city.unitId('qingdu'), side: 'strength', words: '=HYPERLINK("http://a")' },
      status: 201,
    })
    const { rawPayload } = await documentOf('notice', { search: 'format=xlsx' })
    const rows = (await readRows(new Uint8Array(rawPayload))).map(({ cells }) => cells)
    expect(rows[0]!.slice(0, 4)).toEqual(['单位', '类别', '序号', '内容'])
    expect(rows.flat()).toContain('=HYPERLINK("http://a")')
    expect(rows.flat().some((cell) => String(cell).startsWith('/indicators/air?'))).toBe(true)
  })

  it('as a page is inert and names its kind of layout', async () => {
    const { body, headers } = await documentOf('unit-sheet', { search: `format=html&${unit('yunbo')}` })
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(body).toContain('云泊新区2024年一季度工作点评要点')
    expect(body).toContain('@page{size:210mm 297mm')
  })

  it('is a letter under the number that the ledger gave it', async () => {
    const item = await call<{ id: string }>('POST', '/api/items', {
      payload: { title: '改善空气质量', leadUnitId: city.unitId('yunbo'), dueOn: '2024-06-30' },
      status: 201,
    })
    await call('POST', `/api/items/${item.id}/review`, { payload: {} })
    await call('POST', `/api/items/${item.id}/dispatch`, { payload: {} })
    await call('POST', `/api/items/${item.id}/press`, {
      payload: { kind: 'letter', text: '请加快办理', answerBy: '2024-05-10' },
    })
    const source = { kind: 'item', href: `/ledger/items/${item.id}`, label: { title: '改善空气质量' } }
    await call('POST', `/api/reviews/cycles/${review.id}/lines`, {
      payload: {
        unitId: city.unitId('yunbo'),
        side: 'shortfall',
        words: '空气质量改善缓慢',
        sources: [source],
      },
      status: 201,
    })
    const words = wordsOf((await documentOf('supervision-letter', { search: unit('yunbo') })).rawPayload)
    expect(words).toMatch(/人民政府办公室督办函\n督函〔2024〕1号\n/)
    expect(words).toContain('空气质量改善缓慢。')
    expect(words).toContain('于2024年5月10日前')
    expect(words).toContain('2024年4月10日')
    await documentOf('supervision-letter', { status: 400 })
  })
})

describe('after the meeting', () => {
  it('the book is printed as frozen and corrected, and what was promised as a memo', async () => {
    const { version } = await call<ReviewDetail>('GET', `/api/reviews/cycles/${review.id}`)
    await call('POST', `/api/reviews/cycles/${review.id}/stage`, {
      payload: { to: 'frozen', version, withStale: true },
    })
    const book = await call<Book>('GET', `/api/reviews/cycles/${review.id}/book`)
    const line = book.sheets.flatMap(({ lines }) => lines).find(({ shown }) => shown === '空气质量改善缓慢')!
    await call('POST', `/api/reviews/cycles/${review.id}/corrections`, {
      payload: { lineId: line.lineId, after: { words: '空气质量退步' }, reason: '核对后更正' },
    })
    const words = wordsOf((await documentOf('briefing-book')).rawPayload)
    expect(words).toContain(`第${book.number}号，已定稿，更正1处`)
    expect(words).toContain('空气质量退步。')
    expect(words).not.toContain('空气质量改善缓慢')

    const frozen = await call<ReviewDetail>('GET', `/api/reviews/cycles/${review.id}`)
    await call('POST', `/api/reviews/cycles/${review.id}/stage`, {
      payload: { to: 'held', version: frozen.version },
    })
    await call('POST', `/api/reviews/cycles/${review.id}/notes`, {
      payload: {
        id: '01900000-0000-7000-8000-0000000000aa',
        kind: 'commitment',
        unitId: city.unitId('yunbo'),
        text: '6月底前建成2个监测点',
        dueOn: '2024-06-30',
      },
    })
    const memo = await documentOf('commitments-memo')
    expect(wordsOf(memo.rawPayload)).toMatch(
      /作出承诺1项[\s\S]*云泊新区\n6月底前建成2个监测点。\n云泊新区\n2024年6月30日\n2024-/,
    )
    expect(partOf(memo.rawPayload, 'customXml/quarterdeck-sources.xml')).toContain('href="/review/')
  })
})

describe('a template', () => {
  const url = '/api/reviews/templates/notice'
  const upload = (bytes: Uint8Array, { name = 'a.docx', ...calling }: Calling & { name?: string } = {}) =>
    send('PUT', url, {
      ...form(bytes, name),
      ...calling,
      headers: { ...form(bytes, name).headers, ...calling.headers },
    })
  const form = (bytes: Uint8Array, name: string) => ({
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    payload: Buffer.concat([
      Buffer.from(`--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
      bytes,
      Buffer.from('\r\n--b--\r\n'),
    ]),
  })
  const changed = (docx: Uint8Array, from: string, to: string) => {
    const parts = unzipSync(docx)
    const text = strFromU8(parts['word/document.xml']!)
    expect(text).toContain(from)
    return zipSync({ ...parts, 'word/document.xml': strToU8(text.replace(from, to)) })
  }

  it('is changed in Word, used from then on, and given back', async () => {
    const shipped = (await send('GET', url)).rawPayload
    await upload(changed(shipped, '各区人民政府，市政府各委、办、局：', '各区人民政府：'), {
      name: '我的通报.docx',
    })
    expect(wordsOf((await documentOf('notice', { search: 'number=泊府办〔2024〕7号' })).rawPayload)).toMatch(
      /泊府办〔2024〕7号[\s\S]*\n各区人民政府：\n/,
    )
    const { templates } = await call<{ templates: { kind: string; fileName: string; version: number }[] }>(
      'GET',
      '/api/reviews/templates',
    )
    expect(templates.find(({ kind }) => kind === 'notice')).toMatchObject({
      fileName: '我的通报.docx',
      version: 1,
    })
    await send('DELETE', url)
    expect((await send('GET', url)).rawPayload.equals(shipped)).toBe(true)
    const { versions } = await call<{ versions: { version: number; fileName: string | null }[] }>(
      'GET',
      `${url}/versions`,
    )
    expect(versions.map(({ version, fileName }) => [version, fileName])).toEqual([
      [2, null],
      [1, '我的通报.docx'],
    ])
    expect(partOf((await send('GET', `${url}?version=1`)).rawPayload, 'word/document.xml')).not.toContain(
      '市政府各委、办、局：',
    )
    expect((await send('GET', `${url}?version=0`)).rawPayload.equals(shipped)).toBe(true)
    await send('GET', `${url}?version=2`, { status: 404 })
    await send('GET', `${url}/versions`, { as: liaison, status: 403 })
    const { entries } = await city.asSystem().transaction((tx) => listJournal(tx))
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['reviews.template-changed', 'reviews.template-reset']),
    )
  })

  it.each([
    ['zh-CN', '模板里有不认识的占位符 {{单位总数}}（所在段落：“{{会议日期}}，市政府召开'],
    [
      'en',
      'The template has a placeholder that nobody knows, {{单位总数}} (in the paragraph "{{会议日期}}，市政府召开',
    ],
  ])('is refused with the placeholder and its place, in %s', async (language, sentence) => {
    const shipped = (await send('GET', url)).rawPayload
    const bad = changed(shipped, '{{单位数}}', '{{单位总数}}')
    const { body } = await upload(bad, { status: 400, headers: { 'accept-language': language } })
    expect(JSON.parse(body).detail).toContain(sentence)
  })

  it('is refused when it is no Word file, and from who is not the office', async () => {
    const shipped = (await send('GET', url)).rawPayload
    await upload(Buffer.from('只是文字'), { name: 'a.txt', status: 400 })
    await upload(shipped, { as: liaison, status: 403 })
  })

  it('says of each placeholder what the example puts there, lists with what stands inside', async () => {
    const { templates } = await call<{ templates: DocumentTemplate[] }>('GET', '/api/reviews/templates')
    const notice = templates.find(({ kind }) => kind === 'notice')!
    expect(notice.fields).toContainEqual(
      expect.objectContaining({ name: '会议日期', example: '2025年4月18日' }),
    )
    const units = notice.fields.find(({ key }) => key === 'units')!
    expect(units.fields).toContainEqual(expect.objectContaining({ name: '序号' }))
    expect(units.fields.find(({ key }) => key === 'shortfalls')!.fields).toContainEqual(
      expect.objectContaining({ name: '文字', example: '新增停车位完成年度目标的12.5%，落后于进度。' }),
    )
  })

  it('is tried out on an example before it is taken', async () => {
    const shipped = (await send('GET', url)).rawPayload
    const tried = changed(shipped, '下一步要求', '下一步工作')
    const { body } = await send('POST', `${url}/preview`, form(tried, 'a.docx'))
    expect(body).toContain('下一步工作')
    expect((await send('GET', `${url}/preview`)).body).toContain('下一步要求')
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { QuarterdeckServer } from '../../platform/http/index.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { addAccount, type SignedInBrowser, signInOver } from '../identity/testing.ts'
import { publishForTest } from '../indicators/testing.ts'
import {
  type Book,
  type Drafted,
  type Line,
  type Proposal,
  type ReviewDetail,
  type Sheet,
  type Sheets,
  STAGES,
} from './schema.ts'
import { storeRecord } from './testing/store-record.ts'

let city: TestCity
let server: QuarterdeckServer
let officer: SignedInBrowser
let liaison: SignedInBrowser
let review: ReviewDetail
/** Two wordings of one matter of 鹤汀区. */
let ofOneMatter: { kind: string; id: string }[]
const unit = (key: string) => city.unitId(key)

beforeAll(async () => {
  city = await openTestCity()
  server = await city.http()
  await addAccount(city.asSystem(), { role: 'officer' })
  await addAccount(city.asSystem(), { role: 'liaison', unitId: unit('yunbo') })
  officer = await signInOver(server, 'officer')
  liaison = await signInOver(server, 'liaison')
  const record = await storeRecord(city)
  ofOneMatter = record.ofOneMatter.map((id) => ({ kind: 'statement', id }))
})
afterAll(() => city?.close())

interface Asked {
  readonly as?: SignedInBrowser
  readonly payload?: object
  readonly status?: number
}

async function call<T = { code: string; detail: string }>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH',
  path: string,
  { as = officer, payload, status = 200 }: Asked = {},
): Promise<T> {
  const url = `/api/reviews/${path}`
  const response = await server.inject({ method, url, headers: as.headers, ...(payload && { payload }) })
  expect({
    path,
    status: response.statusCode,
    body: status < 300 && response.statusCode >= 300 ? response.body : '',
  }).toEqual({
    path,
    status,
    body: '',
  })
  return response.json<T>()
}

const at = (path = '', key = 'yunbo') => `cycles/${review.id}${path.replace('UNIT', unit(key))}`
const enter = (to: string, options: Asked & { withStale?: boolean } = {}) =>
  call<ReviewDetail & { code: string; detail: string }>('POST', at('/stage'), {
    ...options,
    payload: { to, version: review.version, withStale: options.withStale ?? false },
  })
/** A session does not outlive the leap. */
async function timeIs(instant: string) {
  city.setClock(instant)
  officer = await signInOver(server, 'officer')
}
const sheetOf = (key = 'yunbo') => call<Sheet>('GET', at('/sheets/UNIT', key))
const lineOf = async (kind: Line['kind']) => (await sheetOf()).lines.find((line) => line.kind === kind)!

describe('collecting', () => {
  test('a quarter has one review, and its dates follow from the meeting', async () => {
    const payload = { period: '2024Q1', title: '一季度工作会议', heldAt: '2024-04-15T09:00:00+08:00' }
    review = await call('POST', 'cycles', { payload, status: 201 })
    expect(review).toMatchObject({ stage: 'collecting', cutOn: '2024-04-13', version: 1 })
    expect(review.stages.map(({ stage, dueAt }) => [stage, dueAt])).toEqual([
      ['collecting', null],
      ['frozen', '2024-04-13T01:00:00.000Z'],
      ['held', '2024-04-15T01:00:00.000Z'],
      ['committed', '2024-04-17T16:00:00.000Z'],
      ['follow-up', null],
      ['closed', null],
    ])
    expect(await call('POST', 'cycles', { payload, status: 409 })).toMatchObject({
      code: 'reviews.period-taken',
    })
  })

  test('the rotation is proposed from the accepted statements of earlier reports, with reasons', async () => {
    const { candidates } = await call<Proposal>('GET', at('/proposal?count=5'))
    expect(candidates).toHaveLength(7)
    const last = candidates.slice(-2)
    expect(last.map(({ unitId, isProposed }) => [unitId, isProposed])).toEqual([
      [unit('yunbo'), false],
      [unit('heting'), false],
    ])
    expect(last[0]?.why.map(({ sentence }) => sentence)).toEqual([
      '上次点评是2023年三季度，距今 2 个季度，共点评过 1 次',
      '2023年三季度点评指出 2 项不足',
    ])
    expect(candidates[0]?.why[0]?.code).toBe('reviews.why-never-reviewed')
  })

  test('nothing freezes before somebody speaks and every sheet has lines', async () => {
    expect(await enter('frozen', { status: 409 })).toMatchObject({ code: 'reviews.stage-no-speakers' })
    const points = [
      { kind: 'speech', unitId: unit('yunbo') },
      { kind: 'other', title: '市领导讲话', minutes: 20 },
      { kind: 'speech', unitId: unit('heting'), minutes: 8 },
    ]
    const set = (payload: object, status = 200) =>
      call<ReviewDetail>('PUT', at('/agenda'), { payload, status })
    review = await set({ version: 1, points })
    expect(review.speakingOrder.map(({ unitId, minutes }) => [unitId, minutes])).toEqual([
      [unit('yunbo'), 10],
      [unit('heting'), 8],
    ])
    expect(await set({ version: 1, points }, 409)).toMatchObject({ code: 'reviews.review-changed' })
    const twice = { version: 2, points: [points[0], points[0]] }
    expect(await set(twice, 400)).toMatchObject({ code: 'reviews.speaks-twice' })
    const refused = await enter('frozen', { status: 409 })
    expect(refused.code).toBe('reviews.stage-refused')
    expect(refused.detail).toContain('云泊新区')
    expect(refused.detail).toContain('鹤汀区')
    expect(review.next?.refusals.map(({ code }) => code)).toEqual([
      'reviews.stage-empty-sheet',
      'reviews.stage-empty-sheet',
    ])
  })

  test('a sheet is drafted from figures, items and what the last report found short', async () => {
    const { sheet, added } = await call<Drafted>('POST', at('/sheets/UNIT/draft'))
    await call('POST', at('/sheets/UNIT/draft', 'heting'))
    expect(added).toBe(sheet.lines.length)
    expect(sheet.lines.map(({ kind, sentence, outcome }) => [kind, sentence, outcome])).toEqual([
      [
        'first',
        '2024年3月规上工业产值为50亿元，在7家中列第1位，有数据以来（自2024年2月起）连续2期第一，比2023年9月第7位上升6位，同比增长25%。',
        null,
      ],
      [
        'behind-pace',
        '财政收入截至2024年3月31日完成30亿元，为2024年目标240亿元的12.5%，应达25%，慢于序时进度12.5个百分点。',
        null,
      ],
      ['bottom-of-cohort', '2024年3月空气优良率为80%，在7家中列第7位，比2023年12月第3位下降4位。', null],
      ['items-overdue', '牵头在办事项1件，超期1件，超期最长的是“加快渔港码头改造工程”，已超10天。', null],
      ['follow-up', '针对2023年三季度点评指出的“规上工业产值”，已解决，指标已不再落后。', 'resolved'],
      ['follow-up', '针对2023年三季度点评指出的“渔港码头改造”，未见变化，相关1件事项未见进展。', 'unchanged'],
    ])
    expect(sheet.lines[0]?.sources[0]).toMatchObject({
      kind: 'league',
      href: '/indicators/output?period=2024-03&asOf=1',
      label: { value: '50', unit: '亿元', rank: 1, of: 7, vintage: 1, source: 'test' },
    })
    expect(sheet.lines[5]?.evidence[0]?.sentence).toMatch(/^2024-0001“加快渔港码头改造工程”已超期/)
    const headers = { ...officer.headers, 'accept-language': 'en' }
    const english = await server.inject({ url: `/api/reviews/${at('/sheets/UNIT')}`, headers })
    expect(english.json<Sheet>().lines[1]?.sentence).toBe(
      '财政收入 had reached 3 billion yuan by 31 Mar 2024, 12.5% of the 2024 target of 24 billion yuan; 25% was expected, 12.5 points behind.',
    )
  })

  test('what a person held to be one matter of two reviews, and nobody has done anything about, came back', async () => {
    expect((await sheetOf('heting')).lines.map(({ outcome }) => outcome)).toEqual(['unchanged'])
    const matter = await call<{ id: string }>('POST', 'matters', { payload: { parts: ofOneMatter } })
    const { sheet, added, renewed } = await call<Drafted>('POST', at('/sheets/UNIT/draft', 'heting'))
    expect([added, renewed]).toEqual([1, 1])
    expect(sheet.lines.map(({ kind, sentence }) => [kind, sentence])).toEqual([
      ['came-back', '2023年三季度点评指出的“垃圾分类”再次出现，2023年一季度已指出过同一问题，至今未见改善。'],
      [
        'follow-up',
        '针对2023年三季度点评指出的“垃圾分类”，再次出现，2023年一季度已指出过同一问题，至今未见改善。',
      ],
    ])
    expect(sheet.lines[0]?.sources.map(({ kind, href }) => [kind, href])).toEqual([
      ['statement', expect.stringMatching(`/reports/.*\\?statement=${ofOneMatter[1]!.id}`)],
      ['matter', `/review/matters/${matter.id}`],
    ])
  })

  test('of two who edit one line the second is told; the words stand in place of the draft and keep its sources', async () => {
    const line = await lineOf('bottom-of-cohort')
    const change = (payload: object, status = 200) =>
      call<Line & { code: string; detail: string }>('PATCH', `lines/${line.id}`, { payload, status })
    const changed = await change({ version: 1, words: '空气质量要补短板' })
    expect(changed).toMatchObject({ words: '空气质量要补短板', version: 2, stale: null })
    expect(changed.sources).toEqual(line.sources)
    const late = await change({ version: 1, words: '另一种说法' }, 409)
    expect(late).toMatchObject({ code: 'reviews.line-changed' })
    expect(late.detail).toContain('测试officer')
    expect(await change({ version: 2, outcome: 'resolved' }, 400)).toMatchObject({
      code: 'reviews.outcome-of-follow-up',
    })
  })

  test('a source that says something else makes its line stale; drafting again keeps words and decisions', async () => {
    const followed = (await sheetOf()).lines.find(({ outcome }) => outcome === 'unchanged')!
    await call('PATCH', `lines/${followed.id}`, { payload: { version: 1, outcome: 'improving' } })
    const own = { unitId: unit('yunbo'), side: 'strength', words: '首创港区共治' }
    await call<Line>('POST', at('/lines'), { payload: own, status: 201 })
    await publishForTest(city.as('statistician'), {
      air: { '2024-03': { yunbo: '85' } },
      output: { '2024-03': { yunbo: '52' } },
    })
    const worded = await lineOf('bottom-of-cohort')
    expect(worded.stale).toMatchObject({ reason: 'changed' })
    expect(worded.stale?.now?.sentence).toContain('85%')
    // The output is told twice: as a first, and as what became of its shortfall.
    expect((await call<Sheets>('GET', at('/sheets'))).sheets[0]).toMatchObject({ stale: 3, worded: 2 })
    const again = await call<Drafted>('POST', at('/sheets/UNIT/draft'))
    expect(again).toMatchObject({ added: 0, renewed: 2, stale: 1 })
    expect(await lineOf('first')).toMatchObject({ stale: null, version: 2 })
    expect((await lineOf('first')).sentence).toContain('52亿元')
    expect(await lineOf('bottom-of-cohort')).toMatchObject({
      words: '空气质量要补短板',
      stale: { reason: 'changed' },
    })
    expect(await lineOf('own')).toMatchObject({ words: own.words, stale: null, sentence: '' })
    expect((await sheetOf()).lines.find(({ id }) => id === followed.id)?.outcome).toBe('improving')
  })

  test('what is stale is frozen only when somebody says so; a line takes over what its source says and keeps its words', async () => {
    expect(await enter('frozen', { status: 409 })).toMatchObject({
      code: expect.stringMatching(/^reviews.stage/),
    })
    const line = await lineOf('bottom-of-cohort')
    const payload = { version: line.version, takeOver: true }
    const taken = await call<Line>('PATCH', `lines/${line.id}`, { payload })
    expect(taken).toMatchObject({ words: '空气质量要补短板', stale: null })
    expect(taken.sources[0]?.label).toMatchObject({ value: '85', vintage: 2 })
  })
})

describe('scope', () => {
  test('a liaison reads the own sheet, not that of others, and writes nothing', async () => {
    const sheets = await call<Sheets>('GET', at('/sheets'), { as: liaison })
    expect(sheets.sheets.map(({ unitId }) => unitId)).toEqual([unit('yunbo')])
    const seenBy = async (as: SignedInBrowser) => {
      const { lines } = await call<Sheet>('GET', at('/sheets/UNIT'), { as })
      return lines.map(({ sentence, stale }) => [sentence, stale])
    }
    // Also what is stale is reckoned from the unit's own items alone.
    expect(await seenBy(liaison)).toEqual(await seenBy(officer))
    await call('GET', at('/sheets/UNIT', 'heting'), { as: liaison, status: 403 })
    await call('POST', at('/sheets/UNIT/draft'), { as: liaison, status: 403 })
    await call('PATCH', `lines/${(await lineOf('first')).id}`, {
      as: liaison,
      payload: { version: 2 },
      status: 403,
    })
    const seen = await call<ReviewDetail>('GET', at(), { as: liaison })
    expect(seen.next).toBeNull()
    expect(seen.speakingOrder.map(({ why }) => why.length > 0)).toEqual([true, false])
  })

  test('row-level security says the same to SQL without any filter, and lets nobody else write', async () => {
    const ctx = city.as('liaison', { unit: 'heting' })
    const { rows } = await ctx.transaction((tx) =>
      sql<{ unit_id: string }>`select distinct unit_id from reviews.review_line`.execute(tx),
    )
    expect(rows.map(({ unit_id }) => unit_id)).toEqual([unit('heting')])
    const changed = await ctx.transaction((tx) =>
      sql`update reviews.review_line set words = 'x', version = version + 1`.execute(tx),
    )
    expect(changed.numAffectedRows).toBe(0n)
  })
})

describe('frozen', () => {
  test('a review goes through its stages in their order and in no other', async () => {
    for (const to of STAGES.filter((stage) => stage !== 'frozen'))
      expect(await enter(to, { status: 409 })).toMatchObject({ code: 'reviews.stage-not-next' })
    const heting = await sheetOf('heting')
    expect(heting.lines.length).toBeGreaterThan(0)
    review = await enter('frozen')
    expect(review).toMatchObject({ stage: 'frozen', book: { number: 1 } })
    expect(review.stages[1]).toMatchObject({ stage: 'frozen', isLate: false, enteredBy: '测试officer' })
  })

  test('the book is whole by its hashes, and nothing of it can be edited', async () => {
    const book = await call<Book>('GET', at('/book'))
    expect(book).toMatchObject({ number: 1, isIntact: true, corrections: [], content: { staleLines: 0 } })
    expect(book.sheets.map(({ unitName }) => unitName)).toEqual(['云泊新区', '鹤汀区'])
    const [line] = book.sheets[0]!.lines
    const refused = async (method: 'POST' | 'PATCH' | 'PUT', path: string, payload?: object) =>
      (await call(method, path, { ...(payload && { payload }), status: 409 })).code
    expect([
      await refused('PATCH', `lines/${line!.lineId}`, { version: 2, words: 'x' }),
      await refused('POST', at('/lines'), { unitId: unit('yunbo'), side: 'strength', words: 'x' }),
      await refused('POST', at('/sheets/UNIT/draft')),
      await refused('POST', at('/sheets/UNIT/done'), { isDone: true }),
      await refused('PUT', at('/agenda'), { version: review.version, points: [] }),
      await refused('PATCH', at(), { version: review.version, title: 'x' }),
    ]).toEqual(Array(6).fill('reviews.is-frozen'))
    const { owner } = city.database
    await expect(sql`update reviews.review_line set words = 'x'`.execute(owner)).rejects.toThrow(
      'stay as they are',
    )
    await expect(sql`delete from reviews.review_book_sheet`.execute(owner)).rejects.toThrow(
      'What is frozen stays',
    )
  })

  test('a unit reads its own sheet of the book only, and its hash stands in the book', async () => {
    const book = await call<Book>('GET', at('/book'), { as: liaison })
    expect(book.sheets.map(({ unitId }) => unitId)).toEqual([unit('yunbo')])
    expect(book.content.sheets.map(({ contentHash }) => contentHash)).toContain(book.sheets[0]!.contentHash)
    expect(book.isIntact).toBe(true)
  })

  test('a correction is listed with its reason and shown; what was frozen and its hash stay', async () => {
    const before = await call<Book>('GET', at('/book'))
    const line = before.sheets[0]!.lines.find(({ kind }) => kind === 'behind-pace')!
    const correct = (after: object, status = 200) =>
      call<Book & { code: string }>('POST', at('/corrections'), {
        payload: { lineId: line.lineId, after, reason: '财政局来函更正' },
        status,
      })
    const book = await correct({ words: '财政收入慢于序时进度' })
    expect(book.corrections).toMatchObject([
      {
        seq: 1,
        before: { words: line.shown },
        after: { words: '财政收入慢于序时进度' },
        reason: '财政局来函更正',
      },
    ])
    const shown = book.sheets[0]!.lines.find(({ lineId }) => lineId === line.lineId)!
    expect(shown).toMatchObject({ shown: '财政收入慢于序时进度', text: line.text, corrections: [1] })
    expect(book).toMatchObject({ contentHash: before.contentHash, isIntact: true })
    expect((await correct({ words: '财政收入慢于序时进度' }, 400)).code).toBe('reviews.corrects-nothing')
    expect((await correct({ included: false })).corrections).toHaveLength(2)
  })

  test('the meeting is not held before its day in the city, and may be moved until then', async () => {
    review = await call('GET', at())
    await timeIs('2024-04-14T15:59:00Z')
    expect(await enter('held', { status: 409 })).toMatchObject({ code: 'reviews.stage-not-held-yet' })
    review = await call('PATCH', at(), {
      payload: { version: review.version, heldAt: '2024-04-15T06:00:00Z' },
    })
    // 00:01 of the fifteenth in the city.
    await timeIs('2024-04-14T16:01:00Z')
    review = await enter('held')
    const moved = { version: review.version, heldAt: '2024-04-16T06:00:00Z' }
    expect(await call('PATCH', at(), { payload: moved, status: 409 })).toMatchObject({
      code: 'reviews.was-held',
    })
    await timeIs('2024-04-18T01:00:00Z')
    review = await enter('committed')
    expect(review.stages[3]).toMatchObject({ dueAt: '2024-04-17T16:00:00.000Z', isLate: true })
    review = await enter('follow-up')
    expect(await enter('closed', { status: 409 })).toMatchObject({ code: 'reviews.stage-no-later-review' })
  })

  test('the next review follows up what the book said as corrected, and closes this one when it is held', async () => {
    const first = review
    await timeIs('2024-07-10T02:00:00Z')
    const payload = { period: '2024Q2', title: '二季度工作会议', heldAt: '2024-07-15T01:00:00Z' }
    review = await call('POST', 'cycles', { payload, status: 201 })
    const points = [{ kind: 'speech', unitId: unit('yunbo') }]
    review = await call('PUT', at('/agenda'), { payload: { version: 1, points } })
    const { sheet } = await call<Drafted>('POST', at('/sheets/UNIT/draft'))
    const followed = sheet.lines.filter(({ side }) => side === 'follow-up').map(({ sentence }) => sentence)
    expect(followed.some((sentence) => sentence.includes('空气质量要补短板'))).toBe(true)
    // Taken out of the book by the second correction.
    expect(followed.some((sentence) => sentence.includes('财政收入'))).toBe(false)
    review = await enter('frozen', { withStale: true })
    await timeIs('2024-07-15T02:00:00Z')
    review = await enter('held')
    expect(await call<ReviewDetail>('GET', `cycles/${first.id}`)).toMatchObject({ stage: 'closed' })
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { QuarterdeckServer } from '../../platform/http/index.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { addAccount, type SignedInBrowser, signInOver } from '../identity/testing.ts'
import { type FixtureReport, storeAcceptedReport } from '../reports/testing.ts'
import type {
  AttachedReport,
  CommitmentsMemo,
  ComparedUnit,
  Comparison,
  EnteredCommitments,
} from './schema/after.ts'
import { storeFrozenReview } from './testing/store-frozen-review.ts'

let city: TestCity
let server: QuarterdeckServer
let officer: SignedInBrowser
let liaison: SignedInBrowser
let reviewId: string
let reportId: string
let version = 3
let yunbo: string
let qingdu: string

/** What was printed: a figure that changed on the way, a shortfall in other words, praise that the book did not have. */
const PUBLISHED: FixtureReport = {
  title: '泊江市召开一季度工作会议',
  reportDate: '2024-04-11',
  period: '2024Q1',
  text: [
    '云泊新区规上工业总产值增长7.5%，居全市第二，',
    '但要激发农村集体经济内生动力。',
    '云泊新区绿化覆盖率提高到40.2%。',
    '青渡区停车位建设不足。',
    '市交通委要会同市住房建设委在6月底前完成枢纽改造。',
    '各区要在5月底前完成防汛检查。',
  ].join('\n'),
  says: [
    {
      kind: 'figure',
      subject: '规上工业总产值',
      quote: '规上工业总产值增长7.5%',
      unit: '云泊新区',
      figure: { value: '7.5', unitOfMeasure: '%', qualifier: null, change: '+7.5%', isTarget: false },
    },
    {
      kind: 'rank',
      subject: '规上工业总产值',
      quote: '居全市第二',
      unit: '云泊新区',
      rank: { scope: '全市', position: 2, streakYears: null, streakText: null },
    },
    {
      kind: 'shortfall',
      subject: '激发农村集体经济内生动力',
      quote: '激发农村集体经济内生动力',
      unit: '云泊新区',
    },
    {
      kind: 'figure',
      subject: '绿化覆盖率',
      quote: '绿化覆盖率提高到40.2%',
      unit: '云泊新区',
      figure: { value: '40.2', unitOfMeasure: '%', qualifier: null, change: null, isTarget: false },
    },
    { kind: 'shortfall', subject: '停车位建设', quote: '停车位建设不足', unit: '青渡区' },
    task('市交通委要会同市住房建设委在6月底前完成枢纽改造。', ['市交通委'], '2024-06-30'),
    task('各区要在5月底前完成防汛检查。', ['各区'], '2024-05-31'),
  ],
}

function task(quote: string, responsible: string[], deadline: string): FixtureReport['says'][number] {
  const detail = { speaker: null, responsible, lead: null, supporting: [], deadline, theme: null, parts: [] }
  return { kind: 'task', subject: quote, quote, task: detail }
}

beforeAll(async () => {
  city = await openTestCity()
  server = await city.http()
  yunbo = city.unitId('yunbo')
  qingdu = city.unitId('qingdu')
  await addAccount(city.asSystem(), { role: 'officer' })
  officer = await signInOver(server, 'officer')
  await addAccount(city.asSystem(), { role: 'liaison', unitId: qingdu })
  liaison = await signInOver(server, 'liaison')
  const review = await storeFrozenReview(city.as('officer'), {
    period: '2024Q1',
    heldAt: '2024-04-10T01:00:00Z',
    speakers: [yunbo, qingdu],
    lines: [
      { unitId: yunbo, side: 'strength', text: '规上工业总产值增长7.4%，居全市第3位' },
      { unitId: yunbo, side: 'shortfall', text: '发展壮大农村集体经济不够' },
      { unitId: yunbo, side: 'shortfall', text: '渔港扩建进度滞后' },
      { unitId: qingdu, side: 'follow-up', text: '停车位建设仍然不足', outcome: 'unchanged' },
    ],
  })
  reviewId = review.id
  reportId = (await storeAcceptedReport(city.as('officer'), PUBLISHED))[0]!.reportId
})
afterAll(() => city.close())

interface Ask {
  readonly payload?: object
  readonly as?: SignedInBrowser
  readonly language?: string
}

async function call<T>(method: 'GET' | 'POST' | 'PUT', path: string, { payload, as, language }: Ask = {}) {
  const headers = { ...(as ?? officer).headers, ...(language ? { 'accept-language': language } : {}) }
  const url = `/api/reviews/cycles/${reviewId}/${path}`
  const response = await server.inject({ method, url, headers, ...(payload && { payload }) })
  return { status: response.statusCode, body: response.json<T & { code?: string }>() }
}

const compare = async (as = officer) => (await call<Comparison>('GET', 'comparison', { as })).body
const unitOf = ({ units }: Comparison, unitId: string): ComparedUnit =>
  units.find((one) => one.unitId === unitId)!
const inPairs = ({ pairs }: ComparedUnit) =>
  pairs.map(({ line, statement, verdict }) => [line.text.slice(0, 4), statement.quote.slice(0, 4), verdict])

test('the published report is attached by the version that was read, and not to one that was never held', async () => {
  expect(await compare()).toMatchObject({ report: null, bookNumber: 1, units: [] })
  const attached = await call<AttachedReport>('PUT', 'report', { payload: { version, reportId } })
  expect(attached.body).toMatchObject({
    version: version + 1,
    report: { title: PUBLISHED.title, undecided: 0 },
  })
  expect((await call('PUT', 'report', { payload: { version, reportId } })).body.code).toBe(
    'reviews.review-changed',
  )
  version = attached.body.version
  const unknown = await call('PUT', 'report', { payload: { version, reportId: reviewId }, language: 'en' })
  expect(unknown.body).toMatchObject({ code: 'reviews.no-such-report' })
  const frozen = await storeFrozenReview(city.as('officer'), {
    period: '2024Q2',
    heldAt: '2024-07-10T01:00:00Z',
    speakers: [yunbo],
    lines: [],
    stage: 'frozen',
  })
  const early = await server.inject({
    method: 'PUT',
    url: `/api/reviews/cycles/${frozen.id}/report`,
    headers: officer.headers,
    payload: { version: 2, reportId },
  })
  expect(early.json()).toMatchObject({ code: 'reviews.not-held-yet' })
  expect(JSON.stringify(unknown.body)).toContain('receive it under Reports first')
})

test('what was said and printed stands beside each other, with both figures where they differ', async () => {
  const comparison = await compare()
  expect(comparison.counts).toEqual({ pairs: 4, confirmed: 0, differing: 2, onlyPrinted: 1, onlySaid: 1 })
  const unit = unitOf(comparison, yunbo)
  expect(inPairs(unit)).toEqual(
    expect.arrayContaining([
      ['规上工业', '规上工业', 'suggested'],
      ['发展壮大', '激发农村', 'suggested'],
    ]),
  )
  // One line became two statements: a figure and its rank.
  const industry = unit.pairs.filter(({ line }) => line.text.startsWith('规上'))
  expect(industry.map(({ statement, figures }) => [statement.kind, figures])).toEqual([
    ['figure', [{ book: '7.4%', print: '7.5%', agrees: false }]],
    ['rank', [{ book: '第3', print: '第2', agrees: false }]],
  ])
  expect(unit.onlyPrinted.map(({ subject }) => subject)).toEqual(['绿化覆盖率'])
  expect(unit.onlySaid.map(({ text }) => text)).toEqual(['渔港扩建进度滞后'])
  expect(inPairs(unitOf(comparison, qingdu))).toEqual([['停车位建', '停车位建', 'suggested']])
})

test('a person rejects a suggestion and pairs what the rule did not; both can be thought better of', async () => {
  const unit = unitOf(await compare(), yunbo)
  const port = unit.onlySaid[0]!
  const economy = unit.pairs.find(({ line }) => line.text.startsWith('发展'))!
  const { lineId } = economy.line
  const { statementId } = economy.statement
  const decide = (payload: object) => call<Comparison>('POST', 'comparison', { payload })
  const rejected = await decide({ lineId, statementId, verdict: 'rejected' })
  const after = unitOf(rejected.body, yunbo)
  expect(after.rejected).toEqual([{ lineId, statementId, decidedBy: '测试officer' }])
  expect(after.onlySaid).toHaveLength(2)
  const paired = await decide({ lineId: port.lineId, statementId, verdict: 'confirmed' })
  expect(inPairs(unitOf(paired.body, yunbo))).toContainEqual(['渔港扩建', '激发农村', 'confirmed'])
  await decide({ lineId: port.lineId, statementId, verdict: 'rejected' })
  const again = await decide({ lineId, statementId, verdict: 'confirmed' })
  expect(again.body.counts).toMatchObject({ pairs: 4, confirmed: 1, onlySaid: 1 })
})

test('what is no pair is refused with its reason', async () => {
  const comparison = await compare()
  const [mine, other] = [unitOf(comparison, yunbo), unitOf(comparison, qingdu)]
  const { lineId } = mine.onlySaid[0]!
  const { statementId } = other.pairs[0]!.statement
  const decide = async (payload: object) => (await call('POST', 'comparison', { payload })).body.code
  const verdict = 'confirmed'
  expect(await decide({ lineId, statementId, verdict })).toBe('reviews.not-of-one-unit')
  expect(await decide({ lineId: reviewId, statementId, verdict })).toBe('reviews.not-in-book')
  expect(await decide({ lineId, statementId: reviewId, verdict })).toBe('reviews.not-in-report')
})

test('tasks of the report have one item each, however often the command is given', async () => {
  const first = await call<EnteredCommitments>('POST', 'commitments')
  expect(first.body).toMatchObject({ entered: 0, known: 2 })
  // As in a city that took its reports in before it had a ledger.
  await sql`truncate ledger.item, ledger.item_history cascade`.execute(city.database.owner)
  expect((await call<CommitmentsMemo>('GET', 'commitments')).body.withoutItem).toBe(2)
  const [one, other] = await Promise.all([
    call<EnteredCommitments>('POST', 'commitments'),
    call<EnteredCommitments>('POST', 'commitments'),
  ])
  expect([one.body.entered, other.body.entered].sort()).toEqual([0, 2])
  const { entries } = (await call<CommitmentsMemo>('GET', 'commitments')).body
  expect(entries.map(({ item, dueOn, responsible }) => [item?.state, dueOn, responsible])).toEqual([
    ['draft', '2024-06-30', ['市交通委']],
    ['draft', '2024-05-31', ['各区']],
  ])
  expect(entries[0]!.leadUnitId).toBe(city.unitId('dept-transport'))
})

test('the memo names what was promised on the day and told in the report, with lead, deadline and number', async () => {
  const payload = {
    id: '01900000-0000-7000-8000-000000000001',
    kind: 'commitment',
    unitId: qingdu,
    text: '年内新增两百个停车位',
    dueOn: '2024-12-31',
  }
  await call('POST', 'notes', { payload })
  const memo = (await call<CommitmentsMemo>('GET', 'commitments')).body
  expect(memo).toMatchObject({ heldOn: '2024-04-10', dueOn: '2024-04-12', withoutItem: 0 })
  expect(memo.entries.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
    ['commitment', '2024-12-31'],
    ['task', '2024-06-30'],
    ['task', '2024-05-31'],
  ])
  expect(memo.entries[0]).toMatchObject({ unitId: qingdu, leadUnitId: qingdu, item: { state: 'draft' } })
})

test("a liaison compares the own unit's lines only, and decides, attaches and enters nothing", async () => {
  const comparison = await compare(liaison)
  expect(comparison.units.map(({ unitId }) => unitId)).toEqual([qingdu])
  expect(comparison.counts).toMatchObject({ pairs: 1, onlySaid: 0, onlyPrinted: 0 })
  expect(JSON.stringify(comparison.units)).not.toContain('渔港')
  const { line, statement } = comparison.units[0]!.pairs[0]!
  const payload = { lineId: line.lineId, statementId: statement.statementId, verdict: 'confirmed' }
  expect((await call('POST', 'comparison', { payload, as: liaison })).status).toBe(403)
  expect((await call('PUT', 'report', { payload: { version, reportId: null }, as: liaison })).status).toBe(
    403,
  )
  expect((await call('POST', 'commitments', { as: liaison })).status).toBe(403)
  expect((await call('GET', 'commitments', { as: liaison })).status).toBe(403)
})

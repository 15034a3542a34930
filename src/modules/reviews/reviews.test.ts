import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listJournal } from '../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import type { Statement } from '../reports/index.ts'
import { REVIEW, storeAcceptedReport, storeFixtureReport } from '../reports/testing.ts'
import { decideRecurrence } from './commands/decide-recurrence.ts'
import { getHome } from './queries/get-home.ts'
import { getUnitReview } from './queries/get-unit-review.ts'
import { listReviews } from './queries/list-reviews.ts'

let city: TestCity
let earlier: Statement
let later: Statement
let other: Statement
beforeAll(async () => {
  city = await openTestCity()
  const officer = city.as('officer')
  const year2023 = await storeAcceptedReport(officer, {
    title: '2023年一季度工作会议',
    reportDate: '2023-04',
    period: '2023Q1',
    text: '云泊新区要激发农村集体经济内生动力，青渡区停车位建设不足。',
    says: [
      {
        kind: 'shortfall',
        subject: '激发农村集体经济内生动力',
        quote: '激发农村集体经济内生动力',
        unit: '云泊新区',
      },
      { kind: 'shortfall', subject: '停车位建设', quote: '停车位建设', unit: '青渡区' },
    ],
  })
  earlier = year2023[0]!
  other = year2023[1]!
  const says = REVIEW.says.filter(({ unit }) => unit !== '不知名区')
  const year2024 = await storeAcceptedReport(officer, { ...REVIEW, says })
  later = year2024.find(({ kind }) => kind === 'shortfall')!
  await storeFixtureReport(officer, {
    title: '尚未审核的会议',
    reportDate: '2024-04',
    text: '云泊新区垃圾分类还有不足。',
    says: [{ kind: 'shortfall', subject: '垃圾分类', quote: '垃圾分类', unit: '云泊新区' }],
  })
})
afterAll(() => city.close())

const pair = () => ({ earlierId: earlier.id, laterId: later.id })

test("a unit's page has its accepted statements by review, latest first, and what may have come back", async () => {
  const review = await getUnitReview(city.as('officer'), city.unitId('yunbo'))
  expect(
    review.periods.map(({ report, ranks, shortfalls }) => [report.period, ranks.length, shortfalls.length]),
  ).toEqual([
    ['2024Q1', 1, 1],
    ['2023Q1', 0, 1],
  ])
  expect(review.recurrences).toHaveLength(1)
  expect(review.recurrences[0]).toMatchObject({
    earlier: { id: earlier.id },
    later: { id: later.id },
    sharedWords: expect.arrayContaining(['集体经济']),
    verdict: 'suggested',
    decidedBy: null,
  })
  expect(JSON.stringify(review)).not.toContain('垃圾分类')
})

test('a person confirms that a matter came back, and may think otherwise later; the journal keeps both', async () => {
  const officer = city.as('officer')
  const confirmed = await decideRecurrence(officer, { ...pair(), verdict: 'confirmed' })
  expect(confirmed).toMatchObject({ verdict: 'confirmed', decidedBy: officer.actor.name })
  const line = (await listReviews(officer)).find(({ unitId }) => unitId === city.unitId('yunbo'))
  expect(line).toMatchObject({
    latestPeriod: '2024Q1',
    reviews: 2,
    ranks: 1,
    shortfalls: 2,
    recurring: { suggested: 0, confirmed: 1 },
  })
  await decideRecurrence(officer, { ...pair(), verdict: 'dismissed' })
  const { entries } = await officer.transaction((tx) => listJournal(tx, { subject: { id: later.id } }))
  expect(entries.map(({ action }) => action).slice(0, 2)).toEqual([
    'reviews.recurrence-dismissed',
    'reviews.recurrence-confirmed',
  ])
})

test('only an earlier and a later shortfall of one unit are a pair', async () => {
  const officer = city.as('officer')
  const decide = (earlierId: string, laterId: string) =>
    decideRecurrence(officer, { earlierId, laterId, verdict: 'confirmed' })
  await expect(decide(later.id, earlier.id)).rejects.toMatchObject({ code: 'reviews.not-a-pair' })
  await expect(decide(other.id, later.id)).rejects.toMatchObject({ code: 'reviews.not-a-pair' })
  await expect(decide(city.unitId('yunbo'), later.id)).rejects.toMatchObject({
    code: 'reviews.no-such-shortfall',
  })
})

test('a liaison sees the own unit only, decides nothing, and finds no verdict of others in SQL', async () => {
  const liaison = city.as('liaison', { unit: 'qingdu' })
  expect((await listReviews(liaison)).map(({ unitId }) => unitId)).toEqual([city.unitId('qingdu')])
  await expect(getUnitReview(liaison, city.unitId('yunbo'))).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(decideRecurrence(liaison, { ...pair(), verdict: 'confirmed' })).rejects.toMatchObject({
    kind: 'forbidden',
  })
  const bare = await liaison.transaction((tx) => sql`select * from reviews.recurrence_verdict`.execute(tx))
  expect(bare.rows).toEqual([])
  const own = city.as('liaison', { unit: 'yunbo' })
  expect((await getUnitReview(own, city.unitId('yunbo'))).recurrences[0]?.verdict).toBe('dismissed')
})

test('a unit that the register does not have is not found', async () => {
  await expect(getUnitReview(city.as('officer'), other.id)).rejects.toMatchObject({
    code: 'reviews.no-such-unit',
  })
})

test('home says where the cycle stands, and what waits for an officer', async () => {
  const home = await getHome(city.as('officer'))
  expect(home).toMatchObject({
    asOf: '2024-04-10',
    quarter: '2024Q2',
    elapsed: { year: { passed: 101, of: 366 }, quarter: { passed: 10, of: 91 } },
    reports: { total: 3, withOpenStatements: 1 },
    statements: { proposed: 1, accepted: 6, rejected: 0 },
    items: { total: 1, overdue: 0, dueSoon: 0, withoutLead: 0, withoutDeadline: 0 },
  })
  expect(home.waiting.map(({ kind, count }) => [kind, count])).toEqual([['statements', 1]])
  expect(home.waiting[0]?.href).toMatch(/^\/reports\/[0-9a-f-]{36}$/)
})

test('home of a liaison counts the items that the own unit leads or supports', async () => {
  city.setClock('2024-07-01T02:00:00Z')
  const lead = await getHome(city.as('liaison', { unit: 'dept-transport' }))
  expect(lead.items).toMatchObject({ total: 1, overdue: 1 })
  expect(lead.waiting).toEqual([{ kind: 'overdue', count: 1, href: '/ledger?isOverdue=true' }])
  expect((await getHome(city.as('liaison', { unit: 'dept-housing' }))).items.total).toBe(1)
  expect((await getHome(city.as('liaison', { unit: 'qingdu' }))).items.total).toBe(0)
  city.setClock('2024-04-10T02:00:00Z')
})

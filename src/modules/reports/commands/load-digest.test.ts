import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { getReport } from '../queries/get-report.ts'
import { listReports } from '../queries/list-reports.ts'
import { listStatements } from '../queries/list-statements.ts'
import { loadDigest } from './load-digest.ts'

const DIGEST = {
  title: '泊江市季度会点评摘编',
  source: '泊江日报，2024年1月',
  reportDate: '2024-01',
  period: '2024Q1',
  meeting: { name: '市季度工作会议', chairRole: '市长', speakingUnits: ['yunbo', 'dept-transport'] },
  facts: [
    {
      kind: 'rank',
      unit: 'yunbo',
      sentence: '云泊的工业产值增得比谁都快。',
      subject: '工业产值增速',
      period: '2023',
      detail: { scope: '全市', position: 1, streakYears: null },
    },
    {
      kind: 'shortfall',
      unit: 'dept-transport',
      sentence: '市交通委在枢纽建设上还慢。',
      subject: '枢纽建设',
      period: null,
      detail: {},
    },
  ],
}

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city.close())

test('its sentences become the text, and each fact quotes its own; loading again changes nothing', async () => {
  const system = city.asSystem()
  const first = await loadDigest(system, DIGEST)
  expect(first.isNew).toBe(true)
  expect(await loadDigest(system, DIGEST)).toEqual({ reportId: first.reportId, isNew: false })

  const report = await getReport(city.as('liaison', { unit: 'yunbo' }), first.reportId)
  expect(report).toMatchObject({
    format: 'digest',
    source: DIGEST.source,
    period: '2024Q1',
    counts: { proposed: 0, accepted: 2, rejected: 0 },
  })
  expect(report.articles[0]?.meeting?.speakingUnits[0]).toEqual({
    name: '云泊新区',
    unitId: city.unitId('yunbo'),
  })
  const statements = await listStatements(system, first.reportId)
  expect(statements.map(({ quote }) => quote[0])).toEqual(DIGEST.facts.map(({ sentence }) => sentence))
  for (const { spans, quote, decidedBy } of statements) {
    expect(report.text.slice(...spans[0]!)).toBe(quote[0])
    expect(decidedBy).toBe(system.actor.name)
  }
  expect((await listReports(system, { page: 1, pageSize: 10 })).total).toBe(1)
})

test.each([
  [{ ...DIGEST, facts: [{ ...DIGEST.facts[0], unit: 'nowhere' }] }, 'reports.unresolved-digest-unit'],
  [{ ...DIGEST, facts: [{ ...DIGEST.facts[0], period: '去年' }] }, 'reports.malformed-digest'],
  [null, 'reports.malformed-digest'],
])('a digest that does not hold together is refused and stores nothing', async (digest, code) => {
  await expect(loadDigest(city.asSystem(), digest)).rejects.toMatchObject({ kind: 'invalid', code })
  expect((await listReports(city.asSystem(), { page: 1, pageSize: 10 })).total).toBe(1)
})

test('who may not accept may not load', async () => {
  await expect(loadDigest(city.as('auditor'), DIGEST)).rejects.toMatchObject({ kind: 'forbidden' })
})

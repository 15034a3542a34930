import { afterAll, beforeAll, expect, test } from 'vitest'
import { listJournal } from '../../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { closeExtractionWorkers } from '../intake/extract-in-worker.ts'
import { listReports } from '../queries/list-reports.ts'
import { REVIEW, storeFixtureReport } from '../testing.ts'
import { receiveReport } from './receive-report.ts'
import { storeReading } from './store-reading.ts'

const TEXT =
  '本报讯 昨天，泊江市召开一季度工作会议。\n云泊新区规上工业总产值增速全市第一。\n会议要求，市交通委要在6月底前完成枢纽改造。'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(async () => {
  await city.close()
  await closeExtractionWorkers()
})

const total = async () => (await listReports(city.as('officer'), { page: 1, pageSize: 1 })).total

test('the same text handed in twice at once is stored once', async () => {
  const handIn = () =>
    receiveReport(city.as('officer'), { source: TEXT, fileName: null, reportDate: '2024-04' })
  const results = await Promise.allSettled([handIn(), handIn()])
  const stored = results.find((result) => result.status === 'fulfilled')!.value
  const refused = results.find((result) => result.status === 'rejected')
  expect(refused?.reason).toMatchObject({ code: 'reports.already-received', details: { id: stored.id } })
  expect(await total()).toBe(1)
  const { entries } = await city
    .as('auditor')
    .transaction((tx) => listJournal(tx, { subject: { id: stored.id } }))
  expect(entries.map(({ action }) => action)).toEqual(['reports.report-received'])
})

test('who may not import is refused before anything is read', async () => {
  const input = { source: TEXT, fileName: null }
  await expect(receiveReport(city.as('liaison', { unit: 'yunbo' }), input)).rejects.toMatchObject({
    kind: 'forbidden',
  })
})

test('a statement that does not quote its document leaves nothing of the report behind', async () => {
  const officer = city.as('officer')
  const { statements } = await storeFixtureReport(officer, REVIEW)
  const before = await total()
  const bytes = Buffer.from('云泊新区全市第一')
  const id = '018ec5bb-c100-7000-8000-000000000001'
  const forged = { ...statements[0]!, id: '018ec5bb-c100-7000-8000-000000000002', reportId: id }
  const storing = officer.transaction((tx) =>
    storeReading(officer, tx, {
      id,
      title: '伪造',
      fileName: null,
      format: 'pasted',
      encoding: null,
      contentHash: 'a'.repeat(64),
      text: bytes.toString(),
      bytes,
      reportDate: null,
      reportDateFrom: 'unknown',
      period: null,
      source: null,
      warnings: [],
      articles: [],
      statements: [forged],
    }),
  )
  await expect(storing).rejects.toThrow(/is not the slice/)
  expect(await total()).toBe(before)
})

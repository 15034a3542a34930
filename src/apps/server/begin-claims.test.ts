import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { REVIEW, storeAcceptedReport, storeFixtureReport } from '../../modules/reports/testing.ts'
import { listJournal } from '../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { beginClaims } from './begin-claims.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city?.close())

async function claims(): Promise<{ subject: string; report_period: string | null }[]> {
  const { rows } = await sql<{ subject: string; report_period: string | null }>`
    select subject, report_period from indicators.claim order by place`.execute(city.database.owner)
  return rows
}

it('What was accepted before the indicators were there becomes claims at the first start, once', async () => {
  const says = REVIEW.says.filter(({ unit }) => unit !== '不知名区')
  await storeAcceptedReport(city.as('officer'), { ...REVIEW, says })
  await storeFixtureReport(city.as('officer'), { ...REVIEW, text: `${REVIEW.text}\n再版` })
  const told = await claims()
  expect(told.map(({ subject }) => subject)).toEqual(['规上工业总产值增速', '社会消费品零售总额'])
  // As it is after an upgrade from a version that knew no claims.
  await sql`delete from indicators.claim`.execute(city.database.owner)
  const installation = { database: city.database, asSystem: () => city.asSystem() }
  expect(await beginClaims(installation)).toBe(2)
  expect(await claims()).toEqual(told)
  expect(told[0]).toMatchObject({ report_period: '2024Q1' })
  const { entries } = await city.as('auditor').transaction((tx) => listJournal(tx, {}))
  expect(entries[0]).toMatchObject({
    action: 'indicators.claims-begun',
    detail: { claims: 2 },
  })
  expect(await beginClaims(installation)).toBe(0)
  expect(await claims()).toEqual(told)
})

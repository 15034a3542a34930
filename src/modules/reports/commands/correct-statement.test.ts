import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listJournal } from '../../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { listVersions } from '../queries/list-versions.ts'
import type { Statement } from '../schema.ts'
import { REVIEW, storeFixtureReport } from '../testing.ts'
import { correctStatement } from './correct-statement.ts'
import { decideStatement } from './decide-statement.ts'

let city: TestCity
let statements: Statement[]
let count = 0
beforeAll(async () => {
  city = await openTestCity()
})
beforeEach(async () => {
  count += 1
  const review = { ...REVIEW, text: `${REVIEW.text}\n（第${count}次）` }
  statements = (await storeFixtureReport(city.as('officer'), review)).statements
})
afterAll(() => city.close())

const about = (subject: string) => statements.find((statement) => statement.subject.startsWith(subject))!

test('an unresolved unit is corrected, then the claim can be accepted', async () => {
  const officer = city.as('officer')
  const { id, version } = about('绿化')
  const corrected = await correctStatement(officer, id, {
    version,
    unitId: city.unitId('heting'),
    detail: { position: 3 },
  })
  expect(corrected).toMatchObject({ unitId: city.unitId('heting'), unitName: '不知名区', version: 2 })
  expect(corrected.detail).toEqual({ scope: '全市', position: 3, streakYears: null })
  const accepted = await decideStatement(officer, id, { version: 2, decision: 'accept' })
  expect(accepted.status).toBe('accepted')
})

test('an accepted statement is corrected with its former version kept and the change journalled', async () => {
  const officer = city.as('officer')
  const { id, version } = about('规上工业')
  await decideStatement(officer, id, { version, decision: 'accept' })
  const corrected = await correctStatement(officer, id, { version: 2, subject: '规上工业产值增速' })
  expect(corrected).toMatchObject({ status: 'accepted', version: 3 })
  const versions = await listVersions(officer, id)
  expect(versions.map(({ subject }) => subject)).toEqual(['规上工业总产值增速', '规上工业总产值增速'])
  const { entries } = await officer.transaction((tx) => listJournal(tx, { subject: { id } }))
  expect(entries[0]).toMatchObject({
    action: 'reports.statement-corrected',
    detail: { changed: ['subject'], before: { subject: '规上工业总产值增速' } },
  })
})

test('an accepted claim cannot lose its unit', async () => {
  const officer = city.as('officer')
  const { id, version } = about('规上工业')
  await decideStatement(officer, id, { version, decision: 'accept' })
  await expect(correctStatement(officer, id, { version: 2, unitId: null })).rejects.toMatchObject({
    code: 'reports.unit-missing',
  })
})

test('a statement that is not there has no versions to list', async () => {
  const none = listVersions(city.as('officer'), '00000000-0000-7000-8000-00000000abcd')
  await expect(none).rejects.toMatchObject({ code: 'reports.no-such-statement' })
})

test.each([
  [{ detail: { position: 1 } }, 'reports.unknown-detail'],
  [{ unitId: '00000000-0000-7000-8000-00000000abcd' }, 'reports.no-such-unit'],
])('refuses %j', async (change, code) => {
  const { id, version } = about('发展壮大')
  await expect(correctStatement(city.as('officer'), id, { version, ...change })).rejects.toMatchObject({
    code,
  })
})

test('a stale version is refused, and what changes nothing writes nothing', async () => {
  const officer = city.as('officer')
  const { id, version, subject } = about('发展壮大')
  expect(await correctStatement(officer, id, { version, subject })).toMatchObject({ version })
  await correctStatement(officer, id, { version, period: '2024-01/2024-03' })
  await expect(correctStatement(officer, id, { version, period: null })).rejects.toMatchObject({
    code: 'reports.statement-changed',
  })
})

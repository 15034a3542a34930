import { afterAll, beforeAll, expect, test } from 'vitest'
import { listJournal } from '../../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { listVersions } from '../queries/list-versions.ts'
import type { Statement } from '../schema.ts'
import { REVIEW, storeFixtureReport } from '../testing.ts'
import { decideStatement } from './decide-statement.ts'

let city: TestCity
let statements: Statement[]
beforeAll(async () => {
  city = await openTestCity()
  statements = (await storeFixtureReport(city.as('officer'))).statements
})
afterAll(() => city.close())

const about = (subject: string) => statements.find((statement) => statement.subject.startsWith(subject))!

test('a person accepts a statement; who and when is kept, and the journal has one entry', async () => {
  const officer = city.as('officer')
  const { id, version } = about('规上工业')
  const accepted = await decideStatement(officer, id, { version, decision: 'accept' })
  expect(accepted).toMatchObject({ status: 'accepted', version: 2, decidedBy: officer.actor.name })
  expect(accepted.decidedAt).toBe(city.clock.now().toISOString())
  const journal = await officer.transaction((tx) => listJournal(tx, { subject: { id } }))
  expect(journal.entries.map((entry) => entry.action)).toEqual(['reports.statement-accepted'])
  const versions = await listVersions(officer, id)
  expect(versions.map((was) => [was.version, was.status])).toEqual([[1, 'proposed']])
})

test('a claim of a name that is no unit cannot be accepted, and stays visibly unresolved', async () => {
  const { id, version, unitId, unitName } = about('绿化')
  expect([unitId, unitName]).toEqual([null, '不知名区'])
  await expect(
    decideStatement(city.as('officer'), id, { version, decision: 'accept' }),
  ).rejects.toMatchObject({ kind: 'conflict', code: 'reports.unit-missing' })
})

test('of two people who accept at once one wins, and the other is told', async () => {
  const { id, version } = about('社会消费品')
  const decisions = ['accept', 'reject'] as const
  const results = await Promise.allSettled(
    decisions.map((decision) => decideStatement(city.as('officer'), id, { version, decision })),
  )
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const lost = results.find((result) => result.status === 'rejected')
  expect(lost?.reason).toMatchObject({ kind: 'conflict', code: 'reports.statement-changed' })
})

test('a decided statement is reopened before it is decided otherwise', async () => {
  const officer = city.as('officer')
  const { id, version } = about('发展壮大')
  const rejected = await decideStatement(officer, id, { version, decision: 'reject' })
  await expect(
    decideStatement(officer, id, { version: rejected.version, decision: 'accept' }),
  ).rejects.toMatchObject({ code: 'reports.decision-not-possible' })
  const reopened = await decideStatement(officer, id, { version: rejected.version, decision: 'reopen' })
  expect(reopened).toMatchObject({ status: 'proposed', decidedBy: null, decidedAt: null, version: 3 })
})

test.each(['liaison', 'leader', 'statistician', 'auditor'] as const)('a %s decides nothing', async (role) => {
  const ctx = city.as(role, { unit: 'yunbo' })
  const { id, version } = about('市交通委')
  await expect(decideStatement(ctx, id, { version, decision: 'accept' })).rejects.toMatchObject({
    kind: 'forbidden',
  })
})

test('an unknown statement is not found', async () => {
  const id = '00000000-0000-7000-8000-00000000abcd'
  await expect(
    decideStatement(city.as('officer'), id, { version: 1, decision: 'accept' }),
  ).rejects.toMatchObject({ code: 'reports.no-such-statement' })
})

test('the same text a second time is refused with the id of the first', async () => {
  await expect(storeFixtureReport(city.as('officer'), REVIEW)).rejects.toMatchObject({
    code: 'reports.already-received',
    details: { id: about('规上工业').reportId },
  })
})

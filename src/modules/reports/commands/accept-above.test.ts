import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyJournal } from '../../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { listStatements } from '../queries/list-statements.ts'
import { storeFixtureReport } from '../testing.ts'
import { acceptAbove } from './accept-above.ts'

let city: TestCity
let reportId: string
beforeAll(async () => {
  city = await openTestCity()
  reportId = (await storeFixtureReport(city.as('officer'))).report.id
})
afterAll(() => city.close())

test('accepts what is certain enough, and says what it left and why', async () => {
  const officer = city.as('officer')
  const first = await acceptAbove(officer, reportId, { minConfidence: 0.85, kinds: ['rank', 'shortfall'] })
  expect(first).toMatchObject({ accepted: 2, skipped: [{ reason: 'unit-missing', count: 1 }] })
  const open = (await listStatements(officer, reportId)).filter(({ status }) => status === 'proposed')
  expect(open.map(({ kind }) => kind)).toEqual(['figure', 'rank', 'task'])

  const rest = await acceptAbove(officer, reportId, { minConfidence: 0 })
  expect(rest.accepted).toBe(2)
  expect(await verifyJournal(city.database, city.tenant.id)).toMatchObject({ kind: 'whole' })
})

test('two people who press at once accept each statement once', async () => {
  const { report } = await storeFixtureReport(city.as('officer'), {
    title: '再次会议',
    reportDate: '2024-04',
    text: '青渡区旧住房成套改造还有不足。望汐区停车位建设还有不足。',
    says: [
      { kind: 'shortfall', subject: '旧住房成套改造', quote: '旧住房成套改造', unit: '青渡区' },
      { kind: 'shortfall', subject: '停车位建设', quote: '停车位建设', unit: '望汐区' },
    ],
  })
  const press = () => acceptAbove(city.as('officer'), report.id, { minConfidence: 0 })
  const [one, other] = await Promise.all([press(), press()])
  expect(one.accepted + other.accepted).toBe(2)
})

test('an unknown report is not found', async () => {
  const unknown = '00000000-0000-7000-8000-00000000abcd'
  await expect(acceptAbove(city.as('officer'), unknown, { minConfidence: 0 })).rejects.toMatchObject({
    code: 'reports.no-such-report',
  })
})

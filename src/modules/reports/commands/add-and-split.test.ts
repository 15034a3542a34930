import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { listStatements } from '../queries/list-statements.ts'
import type { Statement } from '../schema.ts'
import { storeFixtureReport } from '../testing.ts'
import { addStatement } from './add-statement.ts'
import { splitStatement } from './split-statement.ts'

const TEXT = '\ufeff𠮷河区　会议：\r\n青渡区在旧住房成套改造、停车位建设上还有不足。🏙️望汐区招商引资还有不足。'

let city: TestCity
let reportId: string
let both: Statement
beforeAll(async () => {
  city = await openTestCity()
  const stored = await storeFixtureReport(city.as('officer'), {
    title: '会议',
    reportDate: '2024-04',
    text: TEXT,
    says: [
      {
        kind: 'shortfall',
        subject: '旧住房成套改造、停车位建设',
        quote: '旧住房成套改造、停车位建设',
        unit: '青渡区',
      },
    ],
  })
  reportId = stored.report.id
  both = stored.statements[0]!
})
afterAll(() => city.close())

test('a selection becomes a proposed statement without the white space at its ends', async () => {
  const start = TEXT.indexOf('\r\n青渡区')
  const added = await addStatement(city.as('officer'), reportId, {
    kind: 'shortfall',
    span: [start, start + 5],
    unitId: city.unitId('qingdu'),
    subject: '青渡区',
    period: null,
    detail: {},
  })
  expect(added).toMatchObject({
    status: 'proposed',
    quote: ['青渡区'],
    spans: [[start + 2, start + 5]],
    rule: 'by-hand',
    version: 1,
  })
  const listed = await listStatements(city.as('officer'), reportId)
  expect(listed.map(({ id }) => id)).toEqual([added.id, both.id])
})

test.each([
  [[0, TEXT.length + 1], 'reports.span-outside'],
  [[5, 5], 'reports.span-outside'],
  [[TEXT.indexOf('🏙️') + 1, TEXT.length], 'reports.span-outside'],
  [[0, 1], 'reports.span-blank'],
] as const)('a selection %j is refused', async (span, code) => {
  const input = { kind: 'task', subject: '任务', unitId: null, period: null, detail: {} } as const
  await expect(
    addStatement(city.as('officer'), reportId, { ...input, span: [span[0], span[1]] }),
  ).rejects.toMatchObject({ code })
})

test('whatever is selected, the database agrees that the quote is the slice, beyond the basic plane too', async () => {
  const officer = city.as('officer')
  await fc.assert(
    fc.asyncProperty(fc.nat(TEXT.length), fc.nat(TEXT.length), async (a, b) => {
      const span: [number, number] = [Math.min(a, b), Math.max(a, b)]
      const input = { kind: 'shortfall', subject: '选择', unitId: null, period: null, detail: {} } as const
      const added = await addStatement(officer, reportId, { ...input, span }).catch((error) => {
        expect(error.code).toMatch(/^reports\.span-/)
        return undefined
      })
      for (const [i, [start, end]] of (added?.spans ?? []).entries()) {
        expect(added!.quote[i]).toBe(TEXT.slice(start, end))
      }
    }),
    { numRuns: 40 },
  )
})

test('a statement with two matters is split; the former one stays as their origin', async () => {
  const officer = city.as('officer')
  const at = TEXT.indexOf('停车位建设')
  const parts = await splitStatement(officer, both.id, {
    version: both.version,
    subjects: [{ subject: '旧住房成套改造' }, { subject: '停车位建设', span: [at, at + 5] }],
  })
  expect(parts.map(({ subject, quote, status, unitId }) => [subject, quote, status, unitId])).toEqual([
    ['旧住房成套改造', both.quote, 'proposed', both.unitId],
    ['停车位建设', ['停车位建设'], 'proposed', both.unitId],
  ])
  const former = (await listStatements(officer, reportId)).find(({ id }) => id === both.id)
  expect(former?.status).toBe('rejected')
  await expect(
    splitStatement(officer, both.id, { version: 2, subjects: [{ subject: 'a' }, { subject: 'b' }] }),
  ).rejects.toMatchObject({ code: 'reports.split-needs-proposed' })
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { listJournal } from '../../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { importSdmx } from '../commands/sdmx/import-sdmx.ts'
import { defineForTest, publishForTest } from '../testing.ts'

let city: TestCity
const UNITS = ['qingdu', 'wangxi', 'jinting', 'yunbo', 'heting', 'yanshi', 'weizhou']
beforeAll(async () => {
  city = await openTestCity()
  const ctx = city.as('statistician')
  await defineForTest(ctx, { code: 'output', name: '产值', measure: '亿元', overTime: 'sum' })
  const months = ['2022-01', '2022-02', '2022-03', '2023-01', '2023-02', '2023-03']
  await publishForTest(ctx, {
    output: Object.fromEntries(
      months.map((month, at) => [
        month,
        Object.fromEntries(UNITS.map((unit, of) => [unit, String(100 + of * 7 + at)])),
      ]),
    ),
  })
})
afterAll(() => city?.close())

const HEADING = 'STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE'
const month = (period: string, factor: (unit: string) => number) =>
  UNITS.map((unit, of) => `dataflow,X:Y(1.0),I,${unit},output,${period},${(110 + of * 7) * factor(unit)}`)
const send = (lines: readonly string[], fields: object = {}) => {
  const bytes = Buffer.from([HEADING, ...lines].join('\n'))
  return importSdmx(city.as('statistician'), {
    bytes,
    fileName: 'm.csv',
    source: '测试',
    note: '',
    doubts: '',
    ...fields,
  })
}

it('A value that makes one wonder is published only with a reason for exactly what was seen', async () => {
  const message = month('2024-01', (unit) => (unit === 'yunbo' ? 100 : 1))
  const first = await send(message)
  if (first.kind !== 'doubtful') return expect.fail(first.kind)
  expect(first.findings[0]).toMatchObject({
    severity: 'warning',
    indicator: 'output',
    period: '2024-01',
    units: ['云泊新区'],
    cells: ['5'],
  })
  expect(first.findings[0]!.sentence).toContain('云泊新区')
  expect((await send(message, { confirm: '新厂投产' })).kind).toBe('doubtful')
  expect((await send(message, { confirm: '新厂投产', doubts: 'f'.repeat(64) })).kind).toBe('doubtful')
  expect((await send(message, { doubts: first.doubts })).kind).toBe('doubtful')
  const published = await send(message, { confirm: '新厂投产', doubts: first.doubts })
  expect(published).toMatchObject({ kind: 'published', vintage: { number: 2, rows: 7 } })
  const { entries } = await city.as('auditor').transaction((tx) => listJournal(tx, { pageSize: 5 }))
  const entry = entries.find(({ action }) => action === 'indicators.published')
  expect(entry!.detail).toMatchObject({
    confirmed: first.findings.filter(({ severity }) => severity !== 'hint').map(({ id }) => id),
    reason: '新厂投产',
  })
  // What is published already asks nothing.
  expect((await send(message)).kind).toBe('unchanged')
})

it('A whole period in another unit of measure cannot be confirmed away', async () => {
  const message = month('2024-02', () => 10_000)
  const found = await send(message)
  expect(found).toMatchObject({ kind: 'doubtful', doubts: null, findings: [{ severity: 'error' }] })
  expect((await send(message, { confirm: '没错', doubts: undefined })).kind).toBe('doubtful')
})

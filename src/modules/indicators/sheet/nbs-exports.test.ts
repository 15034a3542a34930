import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../../kernel/context.ts'
import { drainJobs, openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { openColumns } from '../columns/open-columns.ts'
import { measuredUnits } from '../measured/measured-units.ts'
import type { IndicatorSheet, SheetMapping } from '../schema/sheets.ts'
import { defineForTest } from '../testing.ts'
import { checkIndicatorSheet } from './decide-sheet.ts'
import { getIndicatorSheet } from './present-sheet.ts'
import { uploadIndicatorSheet } from './upload-sheet.ts'

const FOLDER = '/work/shared/data/nbs'
let city: TestCity
let office: Context
const numbers = new Map<string, number>()
beforeAll(async () => {
  city = await openTestCity()
  office = city.as('statistician')
  await office.transaction(async (tx) => {
    const { head } = await openColumns(office, tx)
    for (const { key, number } of (await measuredUnits(office, tx, head)).all) numbers.set(key, number)
  })
})
afterAll(() => city.close())

async function check(sheet: IndicatorSheet, change: Partial<SheetMapping> = {}): Promise<IndicatorSheet> {
  await checkIndicatorSheet(office, sheet.id, { ...sheet.mapping, ...change })
  await drainJobs(city)
  return getIndicatorSheet(office, sheet.id)
}

describe.skipIf(!existsSync(FOLDER))('The national office’s own exports', () => {
  it('are understood without help; the survey years are found', async () => {
    await defineForTest(office, {
      code: 'sample',
      name: '人口数',
      measure: '人',
      frequency: 'year',
      overUnits: 'sum',
    })
    const bytes = new Uint8Array(readFileSync(`${FOLDER}/export-1.csv`))
    const sheet = await uploadIndicatorSheet(office, { bytes, fileName: 'export-1.csv' })
    expect(sheet).toMatchObject({
      layout: 'units-by-periods',
      lastHeadingRow: 4,
      mapping: { table: { indicator: '人口数(人口抽样调查)', measure: '人' } },
    })
    const names = [...new Set((await check(sheet)).unknownUnits.map(({ name }) => name))]
    expect(names).toHaveLength(31)
    const stand = ['qingdu', 'wangxi', 'jinting', 'yunbo', 'heting', 'yanshi'].map((key) => numbers.get(key)!)
    const unitNames = Object.fromEntries(names.map((name, at) => [name, stand[at] ?? null]))
    const checked = await check(await getIndicatorSheet(office, sheet.id), { unitNames })
    expect(checked.problems).toEqual([])
    expect(
      checked.findings.filter(({ code }) => code.endsWith('count-mixed')).map(({ period }) => period),
    ).toEqual(['2015'])
  })
})

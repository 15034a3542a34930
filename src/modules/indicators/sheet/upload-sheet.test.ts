import { afterAll, beforeAll, expect, it } from 'vitest'
import { otherSheet, otherWorkbook } from '../../../platform/sheets/testing.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { defineForTest } from '../testing.ts'
import { uploadIndicatorSheet } from './upload-sheet.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
  await defineForTest(city.as('statistician'), { code: 'retail', name: '零售额', measure: '亿元' })
})
afterAll(() => city?.close())

const words = otherSheet({ A1: { t: 's', v: '本表每月12日前报送' } })
const upload = (sheets: Parameters<typeof otherWorkbook>[0]) =>
  uploadIndicatorSheet(city.as('statistician'), { bytes: otherWorkbook(sheets), fileName: '月报.xlsx' })

it('reads the first sheet that holds a table (a workbook with a page of words before it was refused)', async () => {
  const table = otherSheet({
    A1: { t: 's', v: '地区' },
    B1: { t: 's', v: '零售额（亿元）' },
    A2: { t: 's', v: '青渡区' },
    B2: { t: 'n', v: 41.8 },
  })
  expect(await upload({ 说明: words, 各区: table })).toMatchObject({
    sheet: '各区',
    sheets: [{ name: '说明' }, { name: '各区' }],
    layout: 'units-by-indicators',
  })
})

it('refuses a workbook without any table, naming its first sheet', async () => {
  await expect(upload({ 说明: words, 附注: words })).rejects.toMatchObject({
    code: 'indicators.sheet-no-table',
    details: { sheet: '说明' },
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyJournal } from '../../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { acceptFixtureReport, REVIEW, storeFixtureReport } from '../../reports/testing.ts'
import { listItems } from '../queries/list-items.ts'
import { ListItems } from '../schema.ts'
import { newItem } from '../testing.ts'
import { correctItem } from './correct-item.ts'
import { createItem } from './create-item.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city.close())

test('bulk acceptance, items by hand and corrections at once neither deadlock nor leave a gap', async () => {
  const officer = city.as('officer')
  const reports = await Promise.all(
    [1, 2, 3].map((n) => storeFixtureReport(officer, { ...REVIEW, text: `${REVIEW.text}\n（第${n}次）` })),
  )
  const first = await createItem(officer, newItem({ title: '先有的一件' }))
  await Promise.all([
    ...reports.map(({ report }) => acceptFixtureReport(officer, report.id, { minConfidence: 0 })),
    ...Array.from({ length: 8 }, (_, i) => createItem(officer, newItem({ title: `手工${i}` }))),
    correctItem(officer, first.id, { version: 1, title: '先有的一件，改过' }),
  ])
  const { items } = await listItems(officer, ListItems.parse({ sort: 'number' }))
  expect(items.map(({ number }) => number)).toEqual(
    Array.from({ length: 12 }, (_, i) => `2024-${String(i + 1).padStart(4, '0')}`),
  )
  expect(await verifyJournal(city.database, city.tenant.id)).toMatchObject({ kind: 'whole' })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { listJournal } from '../../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { newItem } from '../testing.ts'
import { createItem } from './create-item.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city.close())

test('an item by hand gets the next number, its light and its first deadline', async () => {
  const officer = city.as('officer')
  const item = await createItem(
    officer,
    newItem({
      title: '枢纽改造',
      leadUnitId: city.unitId('dept-transport'),
      supportingUnitIds: [city.unitId('dept-housing'), city.unitId('dept-transport')],
      dueOn: '2024-04-12',
    }),
  )
  expect(item).toMatchObject({
    number: '2024-0001',
    supportingUnitIds: [city.unitId('dept-housing')],
    dueOn: '2024-04-12',
    firstDueOn: '2024-04-12',
    issuedOn: '2024-04-10',
    source: { kind: 'by-hand' },
    state: 'draft',
    light: 'blue',
    version: 1,
  })
  const { entries } = await officer.transaction((tx) => listJournal(tx, { subject: { id: item.id } }))
  expect(entries.map(({ action }) => action)).toEqual(['ledger.item-created'])
})

test('twenty at once get twenty numbers in a row, also when one of them fails', async () => {
  const officer = city.as('officer')
  const unknown = '00000000-0000-7000-8000-00000000abcd'
  const results = await Promise.allSettled(
    Array.from({ length: 21 }, (_, i) =>
      createItem(officer, newItem({ title: `事项${i}`, leadUnitId: i === 7 ? unknown : null })),
    ),
  )
  const numbers = results
    .flatMap((result) => (result.status === 'fulfilled' ? [result.value.number] : []))
    .sort()
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => `2024-${String(i + 2).padStart(4, '0')}`))
})

test('a new year begins at one, by the city own midnight', async () => {
  city.setClock('2024-12-31T16:00:00Z')
  const item = await createItem(city.as('officer'), newItem({ title: '新年第一件' }))
  expect(item).toMatchObject({ number: '2025-0001', issuedOn: '2025-01-01' })
  city.setClock('2024-04-10T02:00:00Z')
})

test.each(['liaison', 'leader', 'statistician', 'auditor'] as const)('a %s creates nothing', async (role) => {
  const ctx = city.as(role, { unit: 'yunbo' })
  await expect(
    createItem(ctx, newItem({ title: '不行', leadUnitId: city.unitId('yunbo') })),
  ).rejects.toMatchObject({ kind: 'forbidden' })
})

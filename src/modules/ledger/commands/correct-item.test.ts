import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listJournal } from '../../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
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

const create = (dueOn: string | null = '2024-04-12') =>
  createItem(city.as('officer'), newItem({ title: '枢纽改造', dueOn }))

test('another deadline needs a reason and leaves the first one as it was', async () => {
  const officer = city.as('officer')
  const { id, version } = await create()
  await expect(correctItem(officer, id, { version, dueOn: '2024-06-30' })).rejects.toMatchObject({
    kind: 'invalid',
    code: 'ledger.reason-missing',
  })
  const corrected = await correctItem(officer, id, { version, dueOn: '2024-06-30', reason: '汛期停工' })
  expect(corrected).toMatchObject({ dueOn: '2024-06-30', firstDueOn: '2024-04-12', version: 2 })
  const { entries } = await officer.transaction((tx) => listJournal(tx, { subject: { id } }))
  expect(entries[0]?.detail).toEqual({
    number: corrected.number,
    round: 1,
    // Which version the entry made: its story and the history name the same one.
    version: 2,
    before: { dueOn: '2024-04-12' },
    after: { dueOn: '2024-06-30' },
    reason: '汛期停工',
  })
})

test('a deadline that comes late is the first one from then on', async () => {
  const { id, version } = await create(null)
  const corrected = await correctItem(city.as('officer'), id, { version, dueOn: '2024-05-01' })
  expect(corrected).toMatchObject({ dueOn: '2024-05-01', firstDueOn: '2024-05-01' })
})

test('of two corrections at once one wins', async () => {
  const { id, version } = await create()
  const results = await Promise.allSettled(
    ['甲改的', '乙改的'].map((title) => correctItem(city.as('officer'), id, { version, title })),
  )
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.find((one) => one.status === 'rejected')?.reason).toMatchObject({
    code: 'ledger.item-changed',
  })
})

test('a corrected title is found by its new words and no longer by the old ones', async () => {
  const officer = city.as('officer')
  const { id, version } = await create()
  await correctItem(officer, id, { version, title: '垃圾分类' })
  const found = async (q: string) => (await listItems(officer, ListItems.parse({ q }))).items
  expect((await found('垃圾')).map((item) => item.id)).toContain(id)
  expect((await found('枢纽')).map((item) => item.id)).not.toContain(id)
})

test('what does not exist is not found', async () => {
  const id = '00000000-0000-7000-8000-00000000abcd'
  await expect(correctItem(city.as('officer'), id, { version: 1, title: '没有' })).rejects.toMatchObject({
    code: 'ledger.no-such-item',
  })
})

test('the first deadline cannot be moved in SQL either', async () => {
  await create()
  await expect(
    sql`update ledger.item set first_due_on = '2030-01-01'`.execute(city.database.owner),
  ).rejects.toThrow(/stays/)
})

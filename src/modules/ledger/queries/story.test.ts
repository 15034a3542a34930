import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { correctItem } from '../commands/correct-item.ts'
import { createItem } from '../commands/create-item.ts'
import { dispatchItem } from '../commands/steps/dispatch-item.ts'
import { reviewItem } from '../commands/steps/review-item.ts'
import { signItem } from '../commands/steps/sign-item.ts'
import { suspendItem } from '../commands/steps/suspend-item.ts'
import { DispatchItem } from '../schema.ts'
import { newItem } from '../testing.ts'
import { story } from './story.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city.close())

test('a story is told from the beginning, each line with what it changed', async () => {
  const officer = city.as('officer')
  const titled = { title: '停车位建设', leadUnitId: city.unitId('yunbo'), dueOn: '2024-06-30' }
  const { id } = await createItem(officer, newItem(titled))
  await correctItem(officer, id, {
    version: 1,
    title: '公共停车位建设',
    dueOn: '2024-07-31',
    reason: '征地延迟',
  })
  city.setClock('2024-04-11T02:00:00Z')
  await reviewItem(officer, id, {})
  await dispatchItem(officer, id, DispatchItem.parse({}))
  await signItem(city.as('liaison', { unit: 'yunbo' }), id, {})
  await suspendItem(officer, id, { reason: '等待批复' })

  const told = await story(officer, id)
  expect(told).toMatchObject({ itemId: id, source: { kind: 'by-hand' }, isClosed: false })
  expect(told.lines.map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['item-created', null, null],
    ['item-corrected', null, null],
    ['item-reviewed', 'draft', 'reviewed'],
    ['item-dispatched', 'reviewed', 'dispatched'],
    ['item-signed', 'dispatched', 'signed'],
    ['item-suspended', 'signed', 'suspended'],
  ])
  const [created, corrected, , dispatched, signed, suspended] = told.lines
  expect(created!.changes).toEqual([])
  expect(corrected!.reason).toBe('征地延迟')
  expect(corrected!.changes).toEqual(
    expect.arrayContaining([
      { field: 'title', before: '停车位建设', after: '公共停车位建设' },
      { field: 'dueOn', before: '2024-06-30', after: '2024-07-31' },
    ]),
  )
  expect(corrected!.changes.map(({ field }) => field)).not.toContain('firstDueOn')
  expect(dispatched!.changes).toContainEqual({ field: 'dispatchedOn', before: null, after: '2024-04-11' })
  expect(signed!.at).toBe('2024-04-11T02:00:00.000Z')
  expect(suspended).toMatchObject({ reason: '等待批复', round: 1 })
})

test('whoever may not see the item hears nothing; a new lead hears what happened but not what it said before', async () => {
  const officer = city.as('officer')
  const { id } = await createItem(officer, newItem({ title: '旧住房改造', leadUnitId: city.unitId('yunbo') }))
  const qingdu = city.as('liaison', { unit: 'qingdu' })
  await expect(story(qingdu, id)).rejects.toMatchObject({ code: 'ledger.no-such-item' })
  await correctItem(officer, id, { version: 1, remark: '涉及信访件' })
  await correctItem(officer, id, { version: 2, leadUnitId: city.unitId('qingdu'), remark: '' })
  await correctItem(officer, id, { version: 3, theme: '住房' })
  const told = await story(qingdu, id)
  expect(told.lines).toHaveLength(4)
  expect(told.lines.map(({ changes }) => changes.length)).toEqual([0, 0, 0, 1])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../../../kernel/context.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { createItem } from '../commands/create-item.ts'
import { finishDuty } from '../commands/duties/finish-duty.ts'
import { dispatchItem } from '../commands/steps/dispatch-item.ts'
import { declineItem } from '../commands/steps/recall-item.ts'
import { reviewItem } from '../commands/steps/review-item.ts'
import { signItem } from '../commands/steps/sign-item.ts'
import { AskDesk, DispatchItem, ItemFilterQuery, ListItems } from '../schema.ts'
import { newItem } from '../testing.ts'
import { board } from './board.ts'
import { countMatching } from './count-matching.ts'
import { desk } from './desk.ts'
import { listItems } from './list-items.ts'

let city: TestCity
const ids: Record<string, string> = {}
beforeAll(async () => {
  city = await openTestCity()
  const officer = city.as('officer')
  const [yunbo, qingdu] = [city.unitId('yunbo'), city.unitId('qingdu')]
  const enter = async (name: string, item: Partial<Parameters<typeof newItem>[0]>) => {
    ids[name] = (await createItem(officer, newItem({ title: `事项${name}`, ...item }))).id
  }
  const review = (name: string) => reviewItem(officer, ids[name]!, {})
  const dispatch = async (name: string) => {
    await review(name)
    await dispatchItem(officer, ids[name]!, DispatchItem.parse({}))
  }
  await enter('nobody', { dueOn: '2024-12-31' })
  await enter('no-deadline', { leadUnitId: yunbo })
  await enter('draft', { leadUnitId: yunbo, dueOn: '2024-12-31' })
  await enter('reviewed', { leadUnitId: yunbo, dueOn: '2024-12-31' })
  await review('reviewed')
  await enter('declined', { leadUnitId: yunbo, dueOn: '2024-12-31' })
  await dispatch('declined')
  await declineItem(city.as('liaison', { unit: 'yunbo' }), ids.declined!, { reason: '不属本单位职责' })
  await enter('unsigned', { leadUnitId: yunbo, dueOn: '2024-12-31' })
  await dispatch('unsigned')
  await enter('signed', { leadUnitId: yunbo, supportingUnitIds: [qingdu], dueOn: '2024-04-30' })
  await dispatch('signed')
  await signItem(city.as('liaison', { unit: 'yunbo' }), ids.signed!, {})
})
afterAll(() => city.close())

/** Rule → the items of its group, on the desk as it is now. */
async function groups(ctx: Context, input: Partial<AskDesk>) {
  const shown = await desk(ctx, AskDesk.parse(input))
  return Object.fromEntries(
    shown.groups.map(({ rule, items }) => [rule, items.map(({ title }) => title.slice(2)).toSorted()]),
  )
}

test('the office sees what waits for it, items that nobody is responsible for first', async () => {
  city.setClock('2024-04-10T02:00:00Z')
  const shown = await desk(city.as('officer'), AskDesk.parse({}))
  expect(shown.groups[0]?.rule).toBe('office.nobody-responsible')
  expect(await groups(city.as('officer'), {})).toEqual({
    'office.nobody-responsible': ['nobody'],
    'office.no-deadline': ['no-deadline'],
    'office.declined': ['declined'],
    'office.to-dispatch': ['reviewed'],
    'office.to-review': ['draft', 'no-deadline', 'nobody'],
  })
})

test('days pass, and what was not signed, not reported or not done waits for the office', async () => {
  city.setClock('2024-04-15T02:00:00Z')
  expect(await groups(city.as('officer'), {})).toMatchObject({
    'office.not-signed': ['unsigned'],
    'office.report-missed': ['signed'],
  })
  city.setClock('2024-04-28T02:00:00Z')
  expect(await groups(city.as('officer'), {})).toMatchObject({ 'office.due-soon': ['signed'] })
  city.setClock('2024-05-01T02:00:00Z')
  const late = await groups(city.as('officer'), {})
  expect(late['office.overdue']).toEqual(['signed'])
  expect(late['office.due-soon']).toBeUndefined()
})

test('a unit sees today what it has to do itself, and what it supports as its part', async () => {
  city.setClock('2024-04-28T02:00:00Z')
  const day = { for: 'unit' as const }
  expect(await groups(city.as('liaison', { unit: 'yunbo' }), day)).toEqual({
    'unit.to-sign': ['unsigned'],
    'unit.report-missed': ['signed'],
    'unit.due-soon': ['signed'],
  })
  expect(await groups(city.as('liaison', { unit: 'qingdu' }), day)).toEqual({ 'unit.duty-open': ['signed'] })
  expect(await groups(city.as('officer'), { ...day, unitId: city.unitId('qingdu') })).toEqual({
    'unit.duty-open': ['signed'],
  })
})

test('every group opens into its items', async () => {
  for (const clock of ['2024-04-10T02:00:00Z', '2024-04-28T02:00:00Z', '2024-05-20T02:00:00Z']) {
    city.setClock(clock)
    for (const ctx of [city.as('officer'), city.as('liaison', { unit: 'yunbo' })]) {
      for (const input of [{ for: 'office' }, { for: 'unit' }] as const) {
        for (const group of (await desk(ctx, AskDesk.parse(input))).groups) {
          const query = Object.fromEntries(new URLSearchParams(group.query))
          const page = await listItems(ctx, ListItems.parse({ ...query, sort: group.sort }))
          expect(page.total, group.query).toBe(group.count)
          expect(page.items.slice(0, 5)).toEqual(group.items)
        }
      }
    }
  }
})

test('the board holds every item in the column of its state', async () => {
  city.setClock('2024-04-10T02:00:00Z')
  const { columns } = await board(city.as('officer'), { perColumn: 2 })
  const counts = Object.fromEntries(columns.map(({ state, count }) => [state, count]))
  expect(counts).toMatchObject({ draft: 3, reviewed: 2, dispatched: 1, signed: 1, closed: 0 })
  expect(columns.map(({ state }) => state)).not.toContain('withdrawn')
  for (const { state, count, query, items } of columns) {
    expect(items).toHaveLength(Math.min(2, count))
    expect(items.every((item) => item.state === state)).toBe(true)
    const filter = ItemFilterQuery.parse(Object.fromEntries(new URLSearchParams(query)))
    expect((await countMatching(city.as('officer'), filter)).total).toBe(count)
  }
})

test('a part done today was open on the days before', async () => {
  city.setClock('2024-04-28T02:00:00Z')
  const liaison = city.as('liaison', { unit: 'qingdu' })
  const { groups: now } = await desk(liaison, AskDesk.parse({ for: 'unit' }))
  const { id } = now.find(({ rule }) => rule === 'unit.duty-open')!.items[0]!
  await finishDuty(liaison, id, { unitId: city.unitId('qingdu'), done: '配合事项已办完', evidenceIds: [] })
  const open = async (asOf?: string) =>
    (await listItems(liaison, ListItems.parse({ waits: 'unit.duty-open', ...(asOf ? { asOf } : {}) }))).items
  expect(await open()).toEqual([])
  expect((await open('2024-04-27')).map((item) => item.id)).toEqual([id])
})

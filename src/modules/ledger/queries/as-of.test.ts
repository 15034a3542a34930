import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, type Day } from '../../../kernel/day.ts'
import { CodedError } from '../../../kernel/errors.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { correctItem } from '../commands/correct-item.ts'
import { createItem } from '../commands/create-item.ts'
import { dispatchItem } from '../commands/steps/dispatch-item.ts'
import { declineItem, recallItem } from '../commands/steps/recall-item.ts'
import { reviewItem } from '../commands/steps/review-item.ts'
import { signItem } from '../commands/steps/sign-item.ts'
import { resumeItem, suspendItem } from '../commands/steps/suspend-item.ts'
import { withdrawItem } from '../commands/steps/withdraw-item.ts'
import { DispatchItem, type Item, ListItems } from '../schema.ts'
import { newItem } from '../testing.ts'
import { listItems } from './list-items.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city.close())

const WHO = ['officer', 'yunbo', 'qingdu'] as const
const person = (who: (typeof WHO)[number]) =>
  who === 'officer' ? city.as('officer') : city.as('liaison', { unit: who })

async function seen(who: (typeof WHO)[number], issuedFrom: Day, asOf?: Day): Promise<Item[]> {
  const input = ListItems.parse({ issuedFrom, sort: 'number', pageSize: 200, ...(asOf ? { asOf } : {}) })
  const page = await listItems(person(who), input)
  expect(page.total).toBe(page.items.length)
  return page.items
}

/** What may happen to an item; what its state forbids does not happen. */
const HAPPENINGS: Record<string, (item: Item) => Promise<unknown>> = {
  review: ({ id }) => reviewItem(city.as('officer'), id, {}),
  dispatch: ({ id }) => dispatchItem(city.as('officer'), id, DispatchItem.parse({})),
  sign: ({ id }) => signItem(city.as('officer'), id, {}),
  decline: ({ id }) => declineItem(city.as('officer'), id, { reason: '不属本单位职责' }),
  recall: ({ id }) => recallItem(city.as('officer'), id, { reason: '改由别的单位办' }),
  suspend: ({ id }) => suspendItem(city.as('officer'), id, { reason: '等待上级批复' }),
  resume: ({ id }) => resumeItem(city.as('officer'), id, {}),
  withdraw: ({ id }) => withdrawItem(city.as('officer'), id, { reason: '并入另一事项' }),
  handOver: ({ id, version, leadUnitId }) => {
    const [yunbo, qingdu] = [city.unitId('yunbo'), city.unitId('qingdu')]
    return correctItem(city.as('officer'), id, { version, leadUnitId: leadUnitId === yunbo ? qingdu : yunbo })
  },
  rename: ({ id, version, title }) => correctItem(city.as('officer'), id, { version, title: `${title}续` }),
}

const happening = fc.record({
  what: fc.constantFrom('enter', 'next-day', 'next-day', ...Object.keys(HAPPENINGS)),
  which: fc.nat(),
})

test('each past day shows what it showed then, to everybody who looked', { timeout: 120_000 }, async () => {
  let today = '2024-04-10'
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 25, maxLength: 40 }), async (happenings) => {
      const snapshots = new Map<string, Item[]>()
      const start = today
      for (const { what, which } of happenings) {
        if (what === 'next-day') {
          for (const who of WHO) snapshots.set(`${today} ${who}`, await seen(who, start))
          today = addDays(today, 1 + (which % 3))
          // Ten minutes to eight in the morning: before midnight of the same day in UTC.
          city.setClock(`${addDays(today, -1)}T23:50:00Z`)
        } else if (what === 'enter') {
          const leadUnitId = [city.unitId('yunbo'), city.unitId('qingdu'), null][which % 3]!
          const entered = { title: '停车位建设', leadUnitId, dueOn: addDays(today, 2 + (which % 20)) }
          await createItem(city.as('officer'), newItem(entered))
        } else {
          const all = await seen('officer', start)
          const item = all[which % Math.max(1, all.length)]
          if (item) await HAPPENINGS[what]!(item).catch(expectRefusal)
        }
      }
      today = addDays(today, 1)
      city.setClock(`${today}T02:00:00Z`)
      for (const [key, before] of snapshots) {
        const [day, who] = key.split(' ') as [Day, (typeof WHO)[number]]
        expect(await seen(who, start, day), key).toEqual(before)
      }
    }),
    { numRuns: 6, endOnFailure: true },
  )
})

function expectRefusal(error: unknown): void {
  if (!(error instanceof CodedError)) throw error
}

test('filters of a past day ask for how items stood then', async () => {
  const officer = city.as('officer')
  city.setClock('2025-01-06T02:00:00Z')
  const titled = { title: '河道清淤整治', leadUnitId: city.unitId('yunbo'), dueOn: '2025-01-31' }
  const { id } = await createItem(officer, newItem(titled))
  const listed = async (input: Record<string, unknown>) =>
    (await listItems(officer, ListItems.parse({ id, ...input }))).items.map(({ light, state }) => ({
      light,
      state,
    }))
  city.setClock('2025-01-08T02:00:00Z')
  await reviewItem(officer, id, {})
  await correctItem(officer, id, { version: 2, title: '河道综合治理' })
  city.setClock('2025-02-10T02:00:00Z')
  await withdrawItem(officer, id, { reason: '并入另一事项' })

  expect(await listed({})).toEqual([])
  expect(await listed({ state: 'withdrawn' })).toHaveLength(1)
  expect(await listed({ asOf: '2025-01-05' })).toEqual([])
  expect(await listed({ asOf: '2025-01-06' })).toEqual([{ light: 'green', state: 'draft' }])
  expect(await listed({ asOf: '2025-01-08', state: 'draft' })).toEqual([])
  expect(await listed({ asOf: '2025-02-09', light: 'red', isOverdue: 'true' })).toEqual([
    { light: 'red', state: 'reviewed' },
  ])
  expect(await listed({ asOf: '2025-01-07', q: '清淤' })).toHaveLength(1)
  expect(await listed({ asOf: '2025-01-08', q: '清淤' })).toEqual([])
  expect(await listed({ asOf: '2025-01-08', q: '综合治理' })).toHaveLength(1)
})

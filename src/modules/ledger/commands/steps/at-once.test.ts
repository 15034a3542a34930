import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { correctItem } from '../correct-item.ts'
import { closeItem } from './close-item.ts'
import { signItem } from './sign-item.ts'
import { dispatched, takenUp } from './testing.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city.close())

const codesOf = (results: PromiseSettledResult<unknown>[]) =>
  results.map((each) => (each.status === 'rejected' ? each.reason.code : 'taken')).sort()

test('of two who sign or close at once one does, the other is told how it stands', async () => {
  const officer = city.as('officer')
  const liaison = city.as('liaison', { unit: 'yunbo' })
  const { id } = await dispatched(city)
  const signing = await Promise.allSettled([signItem(liaison, id, {}), signItem(liaison, id, {})])
  expect(codesOf(signing)).toEqual(['ledger.wrong-state', 'taken'])
  const taken = await takenUp(city)
  const closing = { method: 'material', thirdParty: '', findings: '属实', recheckAfterDays: null } as const
  const closes = await Promise.allSettled([
    closeItem(officer, taken.id, closing),
    closeItem(officer, taken.id, closing),
  ])
  expect(codesOf(closes)).toEqual(['ledger.wrong-state', 'taken'])
})

test('whoever edits what somebody else has changed is told what, by whom and when, and overwrites nothing', async () => {
  const officer = city.as('officer')
  const { id, version, number } = await dispatched(city)
  await signItem(city.as('liaison', { unit: 'yunbo' }), id, {})
  const late = correctItem(officer, id, { version, remark: '按旧页面写的备注' })
  await expect(late).rejects.toMatchObject({
    code: 'ledger.item-changed',
    details: {
      number,
      changedBy: 'liaison',
      when: '2024-04-10 10:00',
      what: expect.stringContaining('状态 已交办 → 已签收'),
      changes: expect.arrayContaining([{ field: 'signedOn', before: null, after: '2024-04-10' }]),
    },
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { getItem } from '../../queries/get-item.ts'
import { anotherPerson, dispatched } from '../steps/testing.ts'
import { withdrawItem } from '../steps/withdraw-item.ts'
import { finishDuty } from './finish-duty.ts'
import { signDuty } from './sign-duty.ts'
import { waiveDuty } from './waive-duty.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city.close())

const DONE = { done: '已提供用地资料', evidenceIds: [] }

test('a supporting unit signs and finishes its own part; the lead and others may not, the office may waive', async () => {
  const [yunbo, qingdu, transport] = ['yunbo', 'qingdu', 'dept-transport'].map((key) => city.unitId(key))
  const { id, version } = await dispatched(city, { supportingUnitIds: [qingdu!, transport!] })
  const supporter = anotherPerson(city.as('liaison', { unit: 'qingdu' }), 'supporter')
  const lead = city.as('liaison', { unit: 'yunbo' })
  await expect(signDuty(lead, id, qingdu!)).rejects.toMatchObject({ code: 'ledger.duty-of-others' })
  await expect(signDuty(lead, id, yunbo!)).rejects.toMatchObject({ code: 'ledger.duty-of-lead' })
  await expect(waiveDuty(supporter, id, { unitId: qingdu!, reason: '不想办' })).rejects.toMatchObject({
    code: 'kernel.forbidden',
  })
  await signDuty(supporter, id, qingdu!)
  await expect(signDuty(supporter, id, qingdu!)).rejects.toMatchObject({ code: 'ledger.duty-state' })
  // The item's own row and version are the lead's: two units at work do not get in each other's way.
  expect(await finishDuty(supporter, id, { unitId: qingdu!, ...DONE })).toMatchObject({ version })
  await waiveDuty(city.as('officer'), id, { unitId: transport!, reason: '不涉及交通' })
  const { duties, reports } = await getItem(supporter, id)
  expect(duties).toMatchObject([
    { role: 'lead', state: 'dispatched' },
    { state: 'done', doneBy: 'supporter', wasLate: false },
    { state: 'waived', note: '不涉及交通' },
  ])
  expect(duties.map(({ steps }) => steps.some(({ isAllowed }) => isAllowed))).toEqual([false, false, false])
  expect(reports).toMatchObject([{ kind: 'duty-done', unitId: qingdu, done: DONE.done, progress: null }])
})

test('withdrawing an item releases the units that are not done', async () => {
  const qingdu = city.unitId('qingdu')
  const { id } = await dispatched(city, { supportingUnitIds: [qingdu] })
  await withdrawItem(city.as('officer'), id, { reason: '上级另行安排' })
  expect((await getItem(city.as('officer'), id)).duties[1]).toMatchObject({
    state: 'waived',
    note: '上级另行安排',
  })
})

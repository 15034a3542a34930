import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { getItem } from '../../queries/get-item.ts'
import { addLink } from '../evidence/add-evidence.ts'
import { recallItem } from '../steps/recall-item.ts'
import { reportCompletion } from '../steps/report-completion.ts'
import { anotherPerson, report, signed } from '../steps/testing.ts'
import { askExtension } from './ask-extension.ts'
import { decideExtension } from './decide-extension.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city.close())

const ASK = { toDue: '2024-08-31', reason: '汛期停工' }

async function asked(by = city.as('liaison', { unit: 'yunbo' })) {
  const { id } = await signed(city)
  await askExtension(by, id, ASK)
  const { extensions } = await getItem(by, id)
  return { id, extensionId: extensions[0]!.id }
}

test('one asks, another decides: the deadline moves for item and lead, the first one stays', async () => {
  const { id, extensionId } = await asked()
  const leader = city.as('leader', { unit: 'yunbo' })
  const approved = await decideExtension(leader, id, { extensionId, decision: 'approve', note: '同意' })
  expect(approved).toMatchObject({
    dueOn: '2024-08-31',
    firstDueOn: '2024-06-30',
    hasPendingExtension: false,
  })
  const { duties, extensions } = await getItem(leader, id)
  expect(duties).toMatchObject([{ dueOn: '2024-08-31', firstDueOn: '2024-06-30' }])
  expect(extensions).toMatchObject([{ state: 'approved', fromDue: '2024-06-30', decision: '同意' }])
  const twice = decideExtension(leader, id, { extensionId, decision: 'approve', note: '' })
  await expect(twice).rejects.toMatchObject({ code: 'ledger.no-extension-waits' })
})

test('an earlier day takes the same two people; a refusal leaves the deadline', async () => {
  const officer = city.as('officer')
  const { id, extensionId } = await asked(officer)
  const own = decideExtension(officer, id, { extensionId, decision: 'approve', note: '' })
  await expect(own).rejects.toMatchObject({ code: 'ledger.own-extension' })
  const second = anotherPerson(officer, 'second')
  expect(
    await decideExtension(second, id, { extensionId, decision: 'refuse', note: '不同意' }),
  ).toMatchObject({
    dueOn: '2024-06-30',
  })
  await askExtension(officer, id, { toDue: '2024-05-31', reason: '市里要求提前' })
  const { extensions } = await getItem(officer, id)
  const waiting = extensions.find(({ state }) => state === 'pending')!
  const earlier = { extensionId: waiting.id, decision: 'approve', note: '' } as const
  expect(await decideExtension(second, id, earlier)).toMatchObject({
    dueOn: '2024-05-31',
    firstDueOn: '2024-06-30',
  })
})

test('a request names another day from today on, and waits alone', async () => {
  const liaison = city.as('liaison', { unit: 'yunbo' })
  const { id } = await asked()
  await expect(askExtension(liaison, id, ASK)).rejects.toMatchObject({ code: 'ledger.extension-waits' })
  const { id: other } = await signed(city)
  const to = (toDue: string) => askExtension(liaison, other, { ...ASK, toDue })
  await expect(to('2024-06-30')).rejects.toMatchObject({ code: 'ledger.extension-same-day' })
  await expect(to('2024-04-09')).rejects.toMatchObject({ code: 'ledger.deadline-past' })
})

test('late stays late: once completion is reported nobody extends past it, and a recall drops the request', async () => {
  const { id, extensionId } = await asked()
  const liaison = city.as('liaison', { unit: 'yunbo' })
  await addLink(liaison, id, { url: 'https://yunbo.example', note: '' })
  await reportCompletion(liaison, id, report())
  const officer = city.as('officer')
  const late = decideExtension(officer, id, { extensionId, decision: 'approve', note: '' })
  await expect(late).rejects.toMatchObject({ code: 'ledger.clock-stands' })
  expect(await decideExtension(officer, id, { extensionId, decision: 'refuse', note: '' })).toMatchObject({
    hasPendingExtension: false,
  })
  const waiting = await asked()
  const recalled = await recallItem(officer, waiting.id, { reason: '换单位办理' })
  expect(recalled).toMatchObject({ state: 'reviewed', hasPendingExtension: false, dueOn: '2024-06-30' })
  expect((await getItem(officer, waiting.id)).extensions).toMatchObject([{ state: 'dropped' }])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { listJournal, verifyJournal } from '../../../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { getItem } from '../../queries/get-item.ts'
import { newItem } from '../../testing.ts'
import { createItem } from '../create-item.ts'
import { addLink } from '../evidence/add-evidence.ts'
import { pressItem } from '../press-item.ts'
import { closeItem } from './close-item.ts'
import { dispatchItem } from './dispatch-item.ts'
import { recheckItem } from './recheck-item.ts'
import { reportCompletion } from './report-completion.ts'
import { reportProgress } from './report-progress.ts'
import { returnItem } from './return-item.ts'
import { reviewItem } from './review-item.ts'
import { signItem } from './sign-item.ts'
import { takeUpItem } from './take-up-item.ts'
import { report } from './testing.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city.close())

test('a whole life: dispatched, signed, pressed, returned, closed late, failing its re-check, opened again', async () => {
  const officer = city.as('officer')
  const liaison = city.as('liaison', { unit: 'yunbo' })
  const due = { leadUnitId: city.unitId('yunbo'), startOn: '2024-04-01', dueOn: '2024-04-30' }
  const { id } = await createItem(officer, newItem({ title: '打通断头路三条', ...due }))
  await reviewItem(officer, id, { version: 1 })
  const dispatched = await dispatchItem(officer, id, { duties: [], note: '请抓紧' })
  expect(dispatched).toMatchObject({
    state: 'dispatched',
    dispatchedOn: '2024-04-10',
    // One working day after 10:00 on a Wednesday.
    signBy: '2024-04-11',
    firstDueOn: '2024-04-30',
  })
  const signed = await signItem(liaison, id, {})
  expect(signed).toMatchObject({ state: 'signed', signedOn: '2024-04-10', reportBy: '2024-04-13' })

  city.setClock('2024-04-20T02:00:00Z')
  const working = await reportProgress(liaison, id, report({ done: '已开工两条', progress: 40 }))
  expect(working).toMatchObject({
    state: 'in-progress',
    startedOn: '2024-04-20',
    progress: 40,
    reportBy: null,
  })
  const pressed = await pressItem(officer, id, { kind: 'press', text: '请加快进度', answerBy: null })
  expect(pressed).toMatchObject({ pressedCount: 1, lastPressedOn: '2024-04-20', state: 'in-progress' })

  city.setClock('2024-04-29T02:00:00Z')
  const { id: evidenceId } = await addLink(liaison, id, { url: 'https://yunbo.example/road', note: '照片' })
  const early = await reportCompletion(liaison, id, report({ evidenceIds: [evidenceId] }))
  expect(early).toMatchObject({ state: 'reported', reportedOn: '2024-04-29', progress: 100 })

  city.setClock('2024-05-05T02:00:00Z')
  expect((await getItem(officer, id)).daysLate).toBeNull()
  await takeUpItem(officer, id, {})
  const returned = await returnItem(officer, id, {
    method: 'on-site',
    thirdParty: '',
    reason: '一条尚未通车',
  })
  // The clock runs on as if nothing had been reported.
  expect(returned).toMatchObject({ state: 'returned', reportedOn: null, returnedCount: 1, daysLate: 5 })

  city.setClock('2024-05-06T02:00:00Z')
  await reportCompletion(liaison, id, report())
  city.setClock('2024-05-20T02:00:00Z')
  await takeUpItem(officer, id, {})
  const closing = {
    method: 'on-site',
    thirdParty: '',
    findings: '三条均已通车',
    recheckAfterDays: 30,
  } as const
  const closed = await closeItem(officer, id, closing)
  expect(closed).toMatchObject({
    state: 'closed',
    light: 'done-late',
    finishedOn: '2024-05-06',
    closedOn: '2024-05-20',
    daysLate: 6,
    wasLate: true,
    recheckOn: '2024-06-19',
  })

  city.setClock('2024-06-19T02:00:00Z')
  const again = await recheckItem(officer, id, {
    method: 'unannounced',
    thirdParty: '',
    findings: '一条又被封闭',
    result: 'failed',
    dueOn: '2024-07-31',
    recheckAfterDays: null,
  })
  expect(again).toMatchObject({
    state: 'in-progress',
    round: 2,
    progress: 0,
    startOn: '2024-06-19',
    dueOn: '2024-07-31',
    firstDueOn: '2024-04-30',
    wasLate: true,
    closedOn: null,
    recheckOn: null,
    light: 'green',
  })

  const detail = await getItem(officer, id)
  expect(detail.rounds).toEqual([
    expect.objectContaining({
      round: 1,
      dueOn: '2024-04-30',
      finishedOn: '2024-05-06',
      wasLate: true,
      returnedCount: 1,
    }),
  ])
  expect(detail.reports.map(({ kind, round }) => [kind, round])).toEqual([
    ['completion', 1],
    ['completion', 1],
    ['progress', 1],
  ])
  expect(detail.verifications.map(({ purpose, result }) => [purpose, result])).toEqual([
    ['closing', 'failed'],
    ['closing', 'passed'],
    ['recheck', 'failed'],
  ])
  expect(detail.evidence.map(({ reportId }) => reportId)).toEqual([detail.reports[1]!.id])
  expect(detail.duties).toEqual([
    expect.objectContaining({ state: 'signed', dueOn: '2024-07-31', wasLate: true }),
  ])

  const { entries } = await officer.transaction((tx) => listJournal(tx, { subject: { type: 'item', id } }))
  expect(entries.map(({ action }) => action.replace('ledger.', '')).reverse()).toEqual([
    'item-created',
    'item-reviewed',
    'item-dispatched',
    'item-signed',
    'progress-reported',
    'item-pressed',
    'evidence-added',
    'completion-reported',
    'verification-begun',
    'item-returned',
    'completion-reported',
    'verification-begun',
    'item-closed',
    'recheck-failed',
  ])
  expect(await verifyJournal(city.database, city.tenant.id)).toMatchObject({ kind: 'whole' })
})

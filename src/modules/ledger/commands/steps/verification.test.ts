import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { getItem } from '../../queries/get-item.ts'
import { finishDuty } from '../duties/finish-duty.ts'
import { waiveDuty } from '../duties/waive-duty.ts'
import { addLink } from '../evidence/add-evidence.ts'
import { closeItem } from './close-item.ts'
import { recheckItem } from './recheck-item.ts'
import { reopenItem } from './reopen-item.ts'
import { reportCompletion } from './report-completion.ts'
import { reportProgress } from './report-progress.ts'
import { takeUpItem } from './take-up-item.ts'
import { anotherPerson, dispatched, report, reported, signed, takenUp } from './testing.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city.close())

const CRITERION = { indicator: '完好率', unitOfMeasure: '%', direction: 'at-least', target: '0.3' } as const
const CLOSING = { method: 'on-site', thirdParty: '', findings: '属实', recheckAfterDays: null } as const
const PASSED = { ...CLOSING, result: 'passed' } as const

test('one refusal of a completion names everything that stands against it, each with its sentence', async () => {
  const liaison = city.as('liaison', { unit: 'yunbo' })
  const supportingUnitIds = [city.unitId('qingdu')]
  const { id, number } = await signed(city, { supportingUnitIds, criterion: CRITERION })
  const refusal = reportCompletion(liaison, id, report())
  await expect(refusal).rejects.toMatchObject({
    code: 'ledger.several-obstacles',
    details: {
      number,
      count: 3,
      obstacles: [
        { code: 'ledger.duties-open', sentence: expect.stringContaining('青渡区') },
        { code: 'ledger.evidence-missing', sentence: expect.stringContaining(number) },
        { code: 'ledger.value-missing', sentence: expect.stringContaining('完好率') },
      ],
      // Nothing hangs behind the last one.
      sentences: expect.stringMatching(/^第 1 处：.*；第 2 处：.*；第 3 处：.*完成值$/),
    },
  })
  const inEnglish = { ...liaison, locale: 'en' as const }
  await expect(reportCompletion(inEnglish, id, report())).rejects.toMatchObject({
    details: { obstacles: [{ sentence: expect.stringContaining('Qingdu') }, {}, {}] },
  })
  await waiveDuty(city.as('officer'), id, { unitId: city.unitId('qingdu'), reason: '不再需要' })
  await addLink(liaison, id, { url: 'https://yunbo.example', note: '' })
  // 0.1 + 0.2 in floating point would be more than 0.3.
  await expect(reportCompletion(liaison, id, report({ value: '0.299999' }))).rejects.toMatchObject({
    code: 'ledger.criterion-not-met',
  })
  expect(await reportCompletion(liaison, id, report({ value: '0.300000' }))).toMatchObject({
    state: 'reported',
  })
})

test('evidence of another round, item or unit goes with no report, and with one only', async () => {
  const liaison = city.as('liaison', { unit: 'yunbo' })
  const supporter = anotherPerson(city.as('liaison', { unit: 'qingdu' }), 'supporter')
  const supportingUnitIds = [city.unitId('qingdu')]
  const { id } = await signed(city, { supportingUnitIds })
  const theirs = await addLink(supporter, id, { url: 'https://qingdu.example', note: '' })
  const attach = (evidenceId: string) =>
    reportProgress(liaison, id, report({ progress: 10, evidenceIds: [evidenceId] }))
  await expect(attach(theirs.id)).rejects.toMatchObject({ code: 'ledger.no-such-evidence' })
  const own = await addLink(liaison, id, { url: 'https://yunbo.example', note: '' })
  await attach(own.id)
  await expect(attach(own.id)).rejects.toMatchObject({ code: 'ledger.no-such-evidence' })
  const elsewhere = await signed(city)
  const other = await addLink(liaison, elsewhere.id, { url: 'https://yunbo.example', note: '' })
  await expect(attach(other.id)).rejects.toMatchObject({ code: 'ledger.no-such-evidence' })
})

test('whoever reported does not close, nor somebody of that unit unless with a named third party', async () => {
  const officer = city.as('officer')
  const { id } = await signed(city)
  await addLink(officer, id, { url: 'https://yunbo.example', note: '' })
  await reportCompletion(officer, id, report())
  const detail = await getItem(officer, id)
  expect(detail.steps.find(({ step }) => step === 'returnForRework')).toMatchObject({
    isAllowed: false,
    code: 'ledger.own-report',
  })
  const taken = await takenUp(city)
  const colleague = city.as('officer', { unit: 'yunbo' })
  const another = anotherPerson(colleague, 'colleague')
  await expect(closeItem(another, taken.id, CLOSING)).rejects.toMatchObject({
    code: 'ledger.verifier-of-unit',
  })
  const byNobody = { ...CLOSING, method: 'third-party' } as const
  await expect(closeItem(another, taken.id, byNobody)).rejects.toMatchObject({
    code: 'ledger.third-party-missing',
  })
  const byOthers = { ...byNobody, thirdParty: '省工程质量检测中心' }
  expect(await closeItem(another, taken.id, byOthers)).toMatchObject({ state: 'closed', wasLate: false })
})

test('a progress of its own is refused for an item with parts, and what it would lose is not lost', async () => {
  const leadUnitId = city.unitId('yunbo')
  const plan = await signed(city, { kind: 'plan' })
  await dispatched(city, { parentId: plan.id, leadUnitId })
  const liaison = city.as('liaison', { unit: 'yunbo' })
  await expect(reportProgress(liaison, plan.id, report({ progress: 50 }))).rejects.toMatchObject({
    code: 'ledger.progress-of-parts',
  })
  expect(await reportProgress(liaison, plan.id, report())).toMatchObject({ progress: 0 })
  await expect(reportCompletion(liaison, plan.id, report({}))).rejects.toMatchObject({
    details: { obstacles: [{ code: 'ledger.parts-open' }, { code: 'ledger.evidence-missing' }] },
  })
})

test('a re-check that passes leaves the item closed, and may be followed by another', async () => {
  const { id } = await takenUp(city)
  const officer = city.as('officer')
  await closeItem(officer, id, { ...CLOSING, recheckAfterDays: 10 })
  expect(await recheckItem(officer, id, { ...PASSED, recheckAfterDays: 20 })).toMatchObject({
    state: 'closed',
    round: 1,
    recheckOn: '2024-04-30',
  })
  expect(await recheckItem(officer, id, PASSED)).toMatchObject({ recheckOn: null })
  const failed = { ...PASSED, result: 'failed' } as const
  await expect(recheckItem(officer, id, failed)).rejects.toMatchObject({
    code: 'ledger.round-deadline-missing',
  })
  await expect(recheckItem(officer, id, { ...failed, dueOn: '2024-04-09' })).rejects.toMatchObject({
    code: 'ledger.deadline-past',
  })
})

test('reopening renews the parts of supporting units, late ones stay late, and a part waits for what lies above', async () => {
  const officer = city.as('officer')
  const qingdu = city.unitId('qingdu')
  const dueOn = '2024-04-11'
  const { id } = await signed(city, { supportingUnitIds: [qingdu], dueOn })
  city.setClock('2024-04-12T02:00:00Z')
  await finishDuty(city.as('liaison', { unit: 'qingdu' }), id, {
    unitId: qingdu,
    done: '已配合',
    evidenceIds: [],
  })
  const liaison = city.as('liaison', { unit: 'yunbo' })
  await addLink(liaison, id, { url: 'https://yunbo.example', note: '' })
  await reportCompletion(liaison, id, report())
  await takeUpItem(officer, id, {})
  await closeItem(officer, id, CLOSING)
  const reason = '群众反映又出现'
  expect(await reopenItem(officer, id, { reason, dueOn: '2024-05-10', progress: 60 })).toMatchObject({
    round: 2,
    progress: 60,
    dueOn: '2024-05-10',
    firstDueOn: dueOn,
    wasLate: true,
    signedOn: '2024-04-10',
  })
  const { duties, evidence } = await getItem(officer, id)
  expect(duties).toMatchObject([
    { role: 'lead', state: 'signed', wasLate: true },
    {
      role: 'support',
      state: 'dispatched',
      wasLate: true,
      dueOn: '2024-05-10',
      firstDueOn: dueOn,
      doneOn: null,
    },
  ])
  expect(evidence).toMatchObject([{ round: 1 }])
  city.setClock('2024-04-10T02:00:00Z')
})

test('a completion waits for the office: nothing is reported or recalled meanwhile, and the sentence says what is possible', async () => {
  const { id, number } = await reported(city)
  const again = reportCompletion(city.as('liaison', { unit: 'yunbo' }), id, report())
  await expect(again).rejects.toMatchObject({
    code: 'ledger.wrong-state',
    details: {
      number,
      stateWord: '申请办结',
      stepWord: '报办结',
      possibleWord: expect.stringContaining('开始核查'),
    },
  })
})

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import type { Statement } from '../../reports/index.ts'
import {
  correctFixtureStatement,
  decideFixtureStatement,
  REVIEW,
  storeFixtureReport,
} from '../../reports/testing.ts'
import { listItems } from '../queries/list-items.ts'
import { type Item, ListItems } from '../schema.ts'
import { correctItem } from './correct-item.ts'

let city: TestCity
let task: Statement
let count = 0
beforeAll(async () => {
  city = await openTestCity()
})
beforeEach(async () => {
  count += 1
  const review = { ...REVIEW, text: `${REVIEW.text}\n（第${count}次）` }
  const { statements } = await storeFixtureReport(city.as('officer'), review)
  task = statements.find(({ kind }) => kind === 'task')!
})
afterAll(() => city.close())

const decide = (version: number, decision: 'accept' | 'reopen') =>
  decideFixtureStatement(city.as('officer'), task.id, { version, decision })

async function itemOfTask(): Promise<Item | undefined> {
  const { items } = await listItems(
    city.as('officer'),
    ListItems.parse({ source: 'statement', pageSize: 200 }),
  )
  return items.find(({ source }) => source.kind === 'statement' && source.statementId === task.id)
}

test('an accepted task is in the ledger with its lead, supporters, deadline and sentence', async () => {
  await decide(1, 'accept')
  expect(await itemOfTask()).toMatchObject({
    title: '市交通委要会同市住房建设委在6月底前完成枢纽改造',
    content: '市交通委要会同市住房建设委在6月底前完成枢纽改造。',
    theme: '交通',
    leadUnitId: city.unitId('dept-transport'),
    supportingUnitIds: [city.unitId('dept-housing')],
    responsibleText: ['市交通委'],
    dueOn: '2024-06-30',
    firstDueOn: '2024-06-30',
    source: { reportId: task.reportId, quote: task.quote, reportTitle: REVIEW.title },
    createdBy: city.as('officer').actor.name,
  })
})

test('a reopened task takes its untouched item back; accepted again it gets a new number', async () => {
  await decide(1, 'accept')
  const first = await itemOfTask()
  await decide(2, 'reopen')
  expect(await itemOfTask()).toBeUndefined()
  await decide(3, 'accept')
  expect((await itemOfTask())!.number > first!.number).toBe(true)
})

test('a task whose item somebody worked on stays accepted', async () => {
  await decide(1, 'accept')
  const item = (await itemOfTask())!
  await correctItem(city.as('officer'), item.id, { version: 1, title: '改过的标题' })
  await expect(decide(2, 'reopen')).rejects.toMatchObject({ code: 'ledger.item-in-use' })
  expect(await itemOfTask()).toMatchObject({ title: '改过的标题' })
})

const correct = (version: number) =>
  correctFixtureStatement(city.as('officer'), task.id, {
    version,
    subject: '枢纽改造完工',
    detail: { leadUnitId: city.unitId('dept-housing'), supportingUnitIds: [], deadline: '2024-07-31' },
  })

test('a correction of the task reaches an item that nobody has worked on; the first deadline stays', async () => {
  await decide(1, 'accept')
  await correct(2)
  expect(await itemOfTask()).toMatchObject({
    title: '枢纽改造完工',
    leadUnitId: city.unitId('dept-housing'),
    supportingUnitIds: [],
    dueOn: '2024-07-31',
    firstDueOn: '2024-06-30',
  })
  await decide(3, 'reopen')
  expect(await itemOfTask()).toBeUndefined()
})

test('an item that somebody has worked on stays as people made it', async () => {
  await decide(1, 'accept')
  const item = (await itemOfTask())!
  await correctItem(city.as('officer'), item.id, { version: 1, title: '改过的标题' })
  await correct(2)
  expect(await itemOfTask()).toMatchObject({ title: '改过的标题', dueOn: '2024-06-30' })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { listJournal } from '../../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { getItem } from '../queries/get-item.ts'
import { newItem } from '../testing.ts'
import { dispatchItems } from './bulk/dispatch-items.ts'
import { pressItems } from './bulk/press-items.ts'
import { createItem } from './create-item.ts'
import { pressItem } from './press-item.ts'
import { reviewItem } from './steps/review-item.ts'
import { signed } from './steps/testing.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city.close())

const letter = { kind: 'letter', text: '请书面说明进度滞后的原因', answerBy: null } as const

test('letters and notices carry numbers without gaps, also when one is refused or many come at once', async () => {
  const officer = city.as('officer')
  const { id } = await signed(city)
  await pressItem(officer, id, letter)
  const refused = pressItem(officer, id, { ...letter, answerBy: '2024-04-01' })
  await expect(refused).rejects.toMatchObject({ code: 'ledger.answer-past' })
  await Promise.all([1, 2, 3].map(() => pressItem(officer, id, letter)))
  await pressItem(officer, id, { ...letter, kind: 'notice', colour: 'blue' })
  const { pressings, pressedCount } = await getItem(officer, id)
  expect(pressings.map(({ number }) => number).sort()).toEqual([
    '督函〔2024〕1号',
    '督函〔2024〕2号',
    '督函〔2024〕3号',
    '督函〔2024〕4号',
    '督单〔2024〕1号',
  ])
  expect(pressedCount).toBe(5)
})

test('the strongest notice of the round counts, from the day on which it came', async () => {
  const officer = city.as('officer')
  const { id } = await signed(city)
  const notice = (colour: 'blue' | 'orange' | 'red') =>
    pressItem(officer, id, { ...letter, kind: 'notice', colour })
  expect(await notice('orange')).toMatchObject({ notice: 'orange', noticeOn: '2024-04-10' })
  city.setClock('2024-04-12T02:00:00Z')
  expect(await notice('blue')).toMatchObject({ notice: 'orange', noticeOn: '2024-04-10' })
  expect(await notice('red')).toMatchObject({ notice: 'red', noticeOn: '2024-04-12' })
  city.setClock('2024-04-10T02:00:00Z')
})

test('in bulk each item is done or says why not, in the language of the reader, and each is journalled', async () => {
  const officer = city.as('officer')
  const leadUnitId = city.unitId('yunbo')
  const create = (fields: object) =>
    createItem(officer, newItem({ title: '批量事项', leadUnitId, ...fields }))
  const good = await create({ dueOn: '2024-05-01' })
  const bare = await create({ leadUnitId: null })
  const draft = await create({ dueOn: '2024-05-01' })
  for (const { id } of [good, bare]) await reviewItem(officer, id, {})
  const nowhere = '01900000-0000-7000-8000-000000000000'
  const ids = [good.id, bare.id, draft.id, nowhere, good.id]
  const inEnglish = { ...officer, locale: 'en' as const }
  expect(await dispatchItems(inEnglish, { ids, note: '' })).toEqual({
    done: [good.id],
    skipped: [
      expect.objectContaining({
        id: bare.id,
        number: bare.number,
        code: 'ledger.several-obstacles',
        sentence: expect.stringContaining('has no lead unit'),
      }),
      expect.objectContaining({
        id: draft.id,
        code: 'ledger.wrong-state',
        sentence: expect.stringContaining('a draft'),
      }),
      expect.objectContaining({ id: nowhere, number: null, code: 'ledger.no-such-item' }),
    ],
  })
  const pressed = await pressItems(officer, { ids, text: '请抓紧' })
  expect(pressed).toMatchObject({ done: [good.id], skipped: [{ code: 'ledger.wrong-state' }, {}, {}] })
  const { entries } = await officer.transaction((tx) => listJournal(tx, { subject: { id: good.id } }))
  expect(entries.slice(0, 2).map(({ action }) => action)).toEqual([
    'ledger.item-pressed',
    'ledger.item-dispatched',
  ])
})

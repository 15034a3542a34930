import { afterAll, beforeAll, expect, test } from 'vitest'
import type { QuarterdeckServer } from '../../../../platform/http/index.ts'
import { listJournal } from '../../../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { addAccount, type SignedInBrowser, signInOver } from '../../../identity/testing.ts'
import { getItem } from '../../queries/get-item.ts'
import { listItems } from '../../queries/list-items.ts'
import { story } from '../../queries/story.ts'
import {
  type CalendarYear,
  type Item,
  type LedgerSettingsState,
  type LightEffect,
  type LightRuleSetState,
  type LightRuleSets,
  ListItems,
} from '../../schema.ts'
import { newItem } from '../../testing.ts'
import { correctItem } from '../correct-item.ts'
import { createItem } from '../create-item.ts'
import { closeItem } from '../steps/close-item.ts'
import { anotherPerson, takenUp } from '../steps/testing.ts'

let city: TestCity
let server: QuarterdeckServer
const people: Record<string, SignedInBrowser> = {}
let near: Item
let closedId: string

beforeAll(async () => {
  city = await openTestCity()
  server = await city.http()
  city.setClock('2024-04-08T02:00:00Z')
  for (const role of ['officer', 'statistician', 'auditor'] as const)
    await addAccount(city.asSystem(), { role })
  await addAccount(city.asSystem(), { role: 'liaison', unitId: city.unitId('yunbo') })
  const leadUnitId = city.unitId('yunbo')
  const officer = city.as('officer')
  // A Friday. Two working days before it is the Wednesday, the 10th.
  near = await createItem(
    officer,
    newItem({ title: '泵站检修', leadUnitId, dueOn: '2024-04-12', startOn: '2024-04-01' }),
  )
  const { id } = await takenUp(city, { dueOn: '2024-04-20', startOn: '2024-04-01' })
  const verified = { method: 'material', thirdParty: '', findings: '属实', recheckAfterDays: null } as const
  await closeItem(anotherPerson(officer, 'verifier'), id, verified)
  closedId = id
  await on('2024-04-09T02:00:00Z')
})
afterAll(() => city.close())

/** Sessions end with the night, so everybody signs in again. */
async function on(instant: string) {
  city.setClock(instant)
  for (const who of ['officer', 'statistician', 'auditor', 'liaison'])
    people[who] = await signInOver(server, who)
}

const get = async <Answer>(url: string, who = 'officer') => {
  const answer = await server.inject({ url: `/api/ledger${url}`, headers: people[who]!.headers })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<Answer>()
}
const send = (method: 'PUT' | 'POST' | 'DELETE', url: string, payload?: object, who = 'officer') =>
  server.inject({
    method,
    url: `/api/ledger${url}`,
    headers: people[who]!.headers,
    ...(payload ? { payload } : {}),
  })
const head = async () =>
  city.as('auditor').transaction(async (tx) => (await listJournal(tx, { page: 1, pageSize: 1 })).entries[0]!)
const lightOf = async (id: string) => (await getItem(city.as('officer'), id)).light
const lightAsOf = async (id: string, asOf: string) =>
  (await listItems(city.as('officer'), ListItems.parse({ asOf, id: [id] }))).items[0]?.light

/** Blue so many working days before the deadline, red after it. */
const RULES = (days: number) => ({
  name: { zh: '本市规则', en: 'Our rule' },
  source: { title: '市政府办公室通知', url: null, year: 2024, says: { zh: '临期提醒', en: 'Reminds' } },
  notes: [],
  rules: [
    { light: 'blue', when: { kind: 'near-limit', days, unit: 'working' }, word: { zh: '临期', en: 'Near' } },
    { light: 'red', when: { kind: 'overdue', days: 1, unit: 'working' }, word: { zh: '逾期', en: 'Late' } },
  ],
  words: {
    none: { zh: '无时限', en: 'None' },
    green: { zh: '正常', en: 'On plan' },
    paused: { zh: '暂停', en: 'Paused' },
    done: { zh: '办结', en: 'Done' },
    'done-late': { zh: '逾期办结', en: 'Late' },
  },
})

test('who reads the ledger reads its settings; only an officer writes them', async () => {
  const paths = ['/settings', '/light-rules', '/light-rules/default', '/calendar?year=2024']
  for (const who of Object.keys(people)) for (const path of paths) await get(path, who)
  const { settings } = await get<LedgerSettingsState>('/settings')
  for (const who of ['liaison', 'statistician', 'auditor']) {
    const answers = await Promise.all([
      send('PUT', '/settings', { version: 0, settings }, who),
      send('PUT', '/calendar', { version: 0, year: 2024, days: [] }, who),
      send('PUT', '/light-rules/ours', { version: 0, ruleSet: RULES(2) }, who),
      send('DELETE', '/light-rules/ours?version=1', undefined, who),
      send('POST', '/light-rules/preview', { key: 'suqian' }, who),
    ])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403, 403])
  }
})

test('the shipped rule sets are read with their sources and never changed', async () => {
  const { sets } = await get<LightRuleSets>('/light-rules')
  expect(sets.map(({ ruleSet, isShipped, isInForce }) => [ruleSet.key, isShipped, isInForce])).toEqual([
    ['default', true, true],
    ['yinchuan-2025', true, false],
    ['xuancheng-2020', true, false],
    ['suqian', true, false],
    ['sanming', true, false],
  ])
  expect(sets[1]!.ruleSet.source.url).toMatch(/^https?:/)
  for (const { ruleSet } of sets) {
    const put = await send('PUT', `/light-rules/${ruleSet.key}`, { version: 0, ruleSet: RULES(2) })
    expect([put.statusCode, put.json().code]).toEqual([409, 'ledger.light-rules-shipped'])
    const removed = await send('DELETE', `/light-rules/${ruleSet.key}?version=1`)
    expect([removed.statusCode, removed.json().code]).toEqual([409, 'ledger.light-rules-shipped'])
  }
})

test('a rule set says what is wrong with it, and where', async () => {
  const wrong = RULES(2)
  wrong.rules = [
    { light: 'red', when: { kind: 'near-limit', days: 3, unit: 'working' }, word: { zh: '临', en: 'Near' } },
    { light: 'blue', when: { kind: 'overdue', days: 1, unit: 'working' }, word: { zh: '逾', en: 'Late' } },
  ]
  const put = await send('PUT', '/light-rules/ours', { version: 0, ruleSet: wrong })
  expect([put.statusCode, put.json().code]).toEqual([400, 'ledger.light-rules-faulty'])
  expect(put.json().detail ?? put.json().title).toContain('第 2 条规则和第 1 条规则颜色轻重颠倒')
  const effect = (await send('POST', '/light-rules/preview', { ruleSet: { ...wrong, key: 'ours' } })).json()
  expect(effect.faults).toMatchObject([{ code: 'ledger.light-rules-out-of-order', rule: 2 }])
  const far = RULES(2)
  far.rules[0]!.when.days = 400
  const refused = await send('PUT', '/light-rules/ours', { version: 0, ruleSet: far })
  expect(refused.statusCode).toBe(400)
  expect(JSON.stringify(refused.json())).toContain('body.ruleSet.rules.0.when.days')
})

test('another rule set in force turns the lights of running items, and only theirs, in one entry', async () => {
  const officer = city.as('officer')
  expect(await lightOf(near.id)).toBe('blue')
  expect((await send('PUT', '/light-rules/ours', { version: 0, ruleSet: RULES(2) })).json()).toEqual({
    version: 1,
    recounted: 0,
  })
  const closed = await getItem(officer, closedId)
  const effect = (await send('POST', '/light-rules/preview', { key: 'ours' })).json<LightEffect>()
  expect(effect).toMatchObject({ faults: [], moves: [{ from: 'blue', to: 'green', count: 1 }], changed: 1 })
  expect(await lightOf(near.id)).toBe('blue')

  const { seq } = await head()
  const { settings } = await get<LedgerSettingsState>('/settings')
  const put = await send('PUT', '/settings', {
    version: 0,
    settings: { ...settings, lightRuleSet: 'ours' },
  })
  expect(put.json(), put.body).toEqual({ version: 1, recounted: effect.turned })
  const entry = await head()
  expect([entry.seq, entry.action, entry.detail]).toMatchObject([
    seq + 1,
    'ledger.settings-changed',
    { recounted: effect.turned, changes: [{ field: 'lightRuleSet', before: 'default', after: 'ours' }] },
  ])
  expect(await lightOf(near.id)).toBe('green')
  expect(await lightAsOf(near.id, '2024-04-08')).toBe('green')
  expect(await getItem(officer, closedId)).toEqual(closed)
})

test('a local day off brings a limit in working days nearer; yesterday stays as it was', async () => {
  await on('2024-04-09T03:00:00Z')
  const before = await get<CalendarYear>('/calendar?year=2024')
  const days = [{ day: '2024-04-11', isWorkingDay: false, reason: '台风停工', document: '市防指通告' }]
  const asked = { calendar: { year: 2024, days } }
  const effect = (await send('POST', '/light-rules/preview', asked)).json<LightEffect>()
  expect(effect.moves).toEqual([{ from: 'green', to: 'blue', count: 1 }])
  const { seq } = await head()
  const put = await send('PUT', '/calendar', { version: before.version, year: 2024, days })
  expect(put.json(), put.body).toEqual({ version: before.version + 1, recounted: effect.turned })
  expect((await head()).seq).toBe(seq + 1)
  expect(await lightOf(near.id)).toBe('blue')
  expect(await lightAsOf(near.id, '2024-04-08')).toBe('green')
  // Whoever wrote the settings is not whoever wrote the calendar.
  expect((await get<LedgerSettingsState>('/settings')).changedAt).toBe('2024-04-09T02:00:00.000Z')
  const after = await get<CalendarYear>('/calendar?year=2024')
  expect([after.localDays, after.workingDays]).toEqual([days, before.workingDays! - 1])
})

test('nobody edited the items: version, author and story stay, and an open form is saved', async () => {
  const officer = city.as('officer')
  const now = await getItem(officer, near.id)
  expect([now.version, now.changedAt, now.changedBy]).toEqual([near.version, near.changedAt, near.changedBy])
  expect((await story(officer, near.id)).lines).toHaveLength(1)
  const saved = await correctItem(officer, near.id, { version: near.version, remark: '已联系' })
  expect(saved).toMatchObject({ version: near.version + 1, light: 'blue' })
  const { lines } = await story(officer, near.id)
  expect(lines.at(-1)!.changes).toEqual([{ field: 'remark', before: '', after: '已联系' }])
})

test('a change of the rule set in force is counted anew; each day shows the rules of its own', async () => {
  await on('2024-04-10T02:00:00Z')
  expect(await lightOf(near.id)).toBe('blue')
  const { version } = await get<LightRuleSetState>('/light-rules/ours')
  const put = await send('PUT', '/light-rules/ours', { version, ruleSet: RULES(0) })
  expect(put.json(), put.body).toMatchObject({ version: version + 1 })
  expect(await lightOf(near.id)).toBe('green')
  expect(await lightAsOf(near.id, '2024-04-09')).toBe('blue')
  const again = await send('PUT', '/light-rules/ours', { version: version + 1, ruleSet: RULES(2) })
  expect(again.statusCode).toBe(200)
  expect(await lightOf(near.id)).toBe('blue')
})

test('a second editor is told who was first, of settings, rules and calendar', async () => {
  const { settings, version } = await get<LedgerSettingsState>('/settings')
  const answers = [
    await send('PUT', '/settings', { version: version - 1, settings }),
    await send('PUT', '/light-rules/ours', { version: 1, ruleSet: RULES(3) }),
    await send('PUT', '/calendar', { version: 0, year: 2024, days: [] }),
  ]
  expect(answers.map((answer) => [answer.statusCode, answer.json().code])).toEqual([
    [409, 'ledger.settings-changed'],
    [409, 'ledger.light-rules-changed'],
    [409, 'ledger.calendar-changed'],
  ])
})

test('a rule set in force is not removed, and the refusal says how many items it lights', async () => {
  const { version } = await get<LightRuleSetState>('/light-rules/ours')
  const refused = await send('DELETE', `/light-rules/ours?version=${version}`)
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'ledger.light-rules-in-use'])
  expect(refused.json().detail ?? refused.json().title).toContain('1 项在办事项')
  expect((await send('PUT', '/light-rules/spare', { version: 0, ruleSet: RULES(1) })).statusCode).toBe(200)
  expect((await send('DELETE', '/light-rules/spare?version=1')).statusCode).toBe(204)
  const gone = await send('DELETE', '/light-rules/spare?version=1')
  expect([gone.statusCode, gone.json().code]).toEqual([404, 'ledger.no-such-light-rules'])
})

test('what cannot be is refused whole: a year without data, one not complete, days and steps out of order', async () => {
  const officer = city.as('officer')
  const { version } = await get<CalendarYear>('/calendar')
  const { settings, version: settingsVersion } = await get<LedgerSettingsState>('/settings')
  const day = { day: '2024-05-06', isWorkingDay: false, reason: '活动' }
  const steps = [...settings.overdueSteps].reverse()
  const refusals = [
    await send('PUT', '/calendar', { version, year: 2031, days: [], isComplete: true }),
    await send('PUT', '/calendar', { version, year: 2024, days: [], isComplete: true }),
    await send('PUT', '/calendar', { version, year: 2024, days: [day, day] }),
    await send('PUT', '/calendar', { version, year: 2025, days: [day] }),
    await send('PUT', '/settings', {
      version: settingsVersion,
      settings: { ...settings, overdueSteps: steps },
    }),
    await send('PUT', '/settings', {
      version: settingsVersion,
      settings: { ...settings, remindDaysBefore: [3, 3] },
    }),
    await send('PUT', '/settings', {
      version: settingsVersion,
      settings: { ...settings, lightRuleSet: 'nowhere' },
    }),
  ]
  expect(refusals.map((answer) => answer.json().code)).toEqual([
    'kernel.calendar-year-incomplete',
    'ledger.calendar-year-national',
    'ledger.local-day-twice',
    'ledger.local-day-other-year',
    'ledger.overdue-steps-out-of-order',
    'ledger.remind-days-twice',
    'ledger.no-such-light-rules',
  ])
  // Due in a year that nobody knows: rules in working days cannot be put in force, and nothing changes.
  await send('PUT', '/settings', {
    version: settingsVersion,
    settings: { ...settings, lightRuleSet: 'default' },
  })
  const far = await createItem(
    officer,
    newItem({ title: '远期规划', leadUnitId: city.unitId('yunbo'), dueOn: '2031-03-31' }),
  )
  const put = await send('PUT', '/settings', {
    version: settingsVersion + 1,
    settings: { ...settings, lightRuleSet: 'ours' },
  })
  expect([put.statusCode, put.json().code]).toEqual([400, 'ledger.calendar-year-needed'])
  expect(put.json().detail ?? put.json().title).toContain(far.number)
  expect((await get<LedgerSettingsState>('/settings')).settings.lightRuleSet).toBe('default')
})

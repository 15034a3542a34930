import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { QuarterdeckServer } from '../../platform/http/index.ts'
import { listJournal } from '../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { addAccount, type SignedInBrowser, signInOver } from '../identity/testing.ts'
import type { Statement } from '../reports/index.ts'
import { storeAcceptedReport } from '../reports/testing.ts'
import type { MatterDetail, Matters } from './schema/matter.ts'

let city: TestCity
let server: QuarterdeckServer
let officer: SignedInBrowser
let liaison: SignedInBrowser
/** What was found short of 云泊 in four years, and once of 青渡. */
let short: Statement[]

beforeAll(async () => {
  city = await openTestCity()
  server = await city.http()
  await addAccount(city.asSystem(), { role: 'officer' })
  officer = await signInOver(server, 'officer')
  await addAccount(city.asSystem(), { role: 'liaison', unitId: city.unitId('qingdu') })
  liaison = await signInOver(server, 'liaison')
  const years = [
    ['2021', '发展壮大农村集体经济'],
    ['2022', '激发农村集体经济内生动力'],
    ['2023', '农村集体经济组织管理'],
    ['2024', '渔港扩建进度'],
  ] as const
  short = []
  for (const [year, subject] of years) {
    const says = [{ kind: 'shortfall' as const, subject, quote: subject, unit: '云泊新区' }]
    const report = { title: `${year}年一季度会议`, reportDate: `${year}-04`, period: `${year}Q1` }
    short.push(
      ...(await storeAcceptedReport(city.as('officer'), { ...report, text: `云泊新区要${subject}。`, says })),
    )
  }
  const says = [{ kind: 'shortfall' as const, subject: '停车位建设', quote: '停车位建设', unit: '青渡区' }]
  const report = {
    title: '青渡',
    reportDate: '2024-04',
    period: '2024Q1',
    text: '青渡区停车位建设不足。',
    says,
  }
  short.push(...(await storeAcceptedReport(city.as('officer'), report)))
})
afterAll(() => city.close())

async function call<T>(
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  { payload, as = officer, language }: { payload?: object; as?: SignedInBrowser; language?: string } = {},
): Promise<{ status: number; body: T & { code?: string; detail?: string } }> {
  const headers = { ...as.headers, ...(language ? { 'accept-language': language } : {}) }
  const response = await server.inject({
    method,
    url: `/api/reviews${path}`,
    headers,
    ...(payload && { payload }),
  })
  return { status: response.statusCode, body: response.json() }
}

const list = async (query = '', as = officer) => (await call<Matters>('GET', `/matters${query}`, { as })).body
const read = async (id: string) => (await call<MatterDetail>('GET', `/matters/${id}`)).body
const decide = (earlier: Statement, later: Statement, verdict: 'confirmed' | 'dismissed') =>
  call('POST', '/recurrences', { payload: { earlierId: earlier.id, laterId: later.id, verdict } })
const partIds = ({ steps }: MatterDetail) => steps.flatMap(({ parts }) => parts.map(({ id }) => id))

test('two confirmed pairs make one chain, and a pair that is dismissed later parts it', async () => {
  const [a, b, c] = short as [Statement, Statement, Statement]
  expect((await list()).matters).toEqual([])
  expect((await list()).suggestions.length).toBeGreaterThan(0)
  await decide(a, b, 'confirmed')
  await decide(b, c, 'confirmed')
  const { matters, suggestions } = await list()
  expect(matters).toHaveLength(1)
  expect(matters[0]).toMatchObject({
    times: 3,
    state: 'came-back',
    firstPeriod: '2021Q1',
    lastPeriod: '2023Q1',
  })
  expect(suggestions).toEqual([])
  expect(partIds(await read(matters[0]!.id))).toEqual([a.id, b.id, c.id])

  await decide(a, b, 'dismissed')
  const parted = (await list()).matters
  expect(parted.map(({ times }) => times).sort()).toEqual([2])
  expect(partIds(await read(parted[0]!.id))).toEqual([b.id, c.id])
  await decide(a, b, 'confirmed')
  const [whole] = (await list()).matters
  expect(partIds(await read(whole!.id))).toEqual([a.id, b.id, c.id])
})

test('a shortfall in other words is put in by hand, taken out again, and the pairs of the unit follow', async () => {
  const [matter] = (await list()).matters
  const port = short[3]!
  const added = await call<MatterDetail>('POST', `/matters/${matter!.id}/parts`, {
    payload: { version: matter!.version, parts: [{ kind: 'statement', id: port.id }] },
  })
  expect(partIds(added.body)).toContain(port.id)
  const confirmed = async () =>
    (
      await call<{ recurrences: { later: Statement; verdict: string }[] }>(
        'GET',
        `/units/${city.unitId('yunbo')}`,
      )
    ).body.recurrences.filter(({ later, verdict }) => later.id === port.id && verdict === 'confirmed').length
  expect(await confirmed()).toBe(1)
  const split = await call<MatterDetail>('POST', `/matters/${matter!.id}/split`, {
    payload: { version: added.body.version, partIds: [port.id], title: '渔港' },
  })
  expect(split.body).toMatchObject({ title: '渔港', isTitled: true, state: 'open', times: 1 })
  expect(await confirmed()).toBe(0)

  const rest = await read(matter!.id)
  const merged = await call<MatterDetail>('POST', `/matters/${matter!.id}/merge`, {
    payload: { version: rest.version, otherId: split.body.id },
  })
  expect(merged.body.times).toBe(4)
  expect((await read(split.body.id)).id).toBe(matter!.id)
  const again = await call<MatterDetail>('POST', `/matters/${matter!.id}/split`, {
    payload: { version: merged.body.version, partIds: [port.id] },
  })
  expect(again.status).toBe(200)
  const { entries } = await city
    .as('officer')
    .transaction((tx) => listJournal(tx, { subject: { id: matter!.id } }))
  expect(entries.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['reviews.matter-split', 'reviews.matter-grown', 'reviews.matter-parts-added']),
  )
})

test('what is done stands between the reviews: items with their states, and a word that settles it', async () => {
  const [matter] = (await list('?atLeast=2')).matters
  const { steps } = await read(matter!.id)
  const last = steps.at(-1)!.parts[0]!
  const drafted = await call<MatterDetail>('POST', `/matters/${matter!.id}/items`, {
    payload: {
      do: 'draft',
      partId: last.id,
      content: '制定集体经济管理办法',
      leadUnitId: null,
      dueOn: '2024-06-30',
    },
  })
  expect(drafted.body.items).toEqual({ total: 1, open: 1, closed: 0 })
  const [item] = drafted.body.steps.at(-1)!.parts[0]!.items
  expect(item).toMatchObject({ number: '2024-0001', state: 'draft', dueOn: '2024-06-30' })
  const settled = await call<MatterDetail>('PATCH', `/matters/${matter!.id}`, {
    payload: { version: drafted.body.version, settled: { on: '2024-04-09', reason: '现场核实' } },
  })
  expect(settled.body).toMatchObject({ state: 'resolved', settled: { reason: '现场核实' } })
  expect((await list('?state=resolved')).matters).toHaveLength(1)
  const reopened = await call<MatterDetail>('PATCH', `/matters/${matter!.id}`, {
    payload: { version: settled.body.version, settled: null },
  })
  expect(reopened.body.state).toBe('came-back')
  const gone = await call<MatterDetail>('POST', `/matters/${matter!.id}/items`, {
    payload: { do: 'unlink', partId: last.id, itemId: item!.id },
  })
  expect(gone.body.items.total).toBe(0)
})

test.each([
  ['zh-CN', /请刷新后重做/],
  ['en', /reload and do it again/],
])('who changes a matter that somebody changed meanwhile is told so in %s', async (language, words) => {
  const [matter] = (await list('?atLeast=2')).matters
  const stale = { version: 999, title: '另一个名字' }
  const refused = await call('PATCH', `/matters/${matter!.id}`, { payload: stale, language })
  expect(refused.status).toBe(409)
  expect(refused.body).toMatchObject({ code: 'reviews.matter-changed' })
  expect(JSON.stringify(refused.body)).toMatch(words)
})

test('what makes no matter is refused with its reason', async () => {
  const [matter] = (await list('?atLeast=2')).matters
  const { version } = matter!
  const all = partIds(await read(matter!.id))
  const statement = (id: string) => ({ kind: 'statement', id })
  const tries: [string, object, string][] = [
    ['', { parts: [statement(short[3]!.id), statement(short[4]!.id)] }, 'reviews.parts-of-several-units'],
    ['', { parts: [statement(short[0]!.id)] }, 'reviews.part-of-another-matter'],
    ['', { parts: [statement(matter!.id)] }, 'reviews.no-such-part'],
    [`/${matter!.id}/split`, { version, partIds: all }, 'reviews.split-takes-all'],
    [`/${matter!.id}/merge`, { version, otherId: matter!.id }, 'reviews.merge-with-itself'],
    [`/${matter!.id}/merge`, { version, otherId: short[0]!.id }, 'reviews.no-such-matter'],
    [`/${matter!.id}/items`, { do: 'link', partId: all[0]!, itemId: short[0]!.id }, 'reviews.no-such-item'],
  ]
  for (const [path, payload, code] of tries) {
    const refused = await call('POST', `/matters${path}`, { payload })
    expect({ path, code: refused.body.code }).toEqual({ path, code })
  }
  const future = { version, settled: { on: '2024-05-01', reason: '预计' } }
  expect((await call('PATCH', `/matters/${matter!.id}`, { payload: future })).body.code).toBe(
    'reviews.settled-in-future',
  )
})

test('a liaison sees matters of the own unit only, and changes none', async () => {
  const [matter] = (await list('?atLeast=2')).matters
  expect((await list('', liaison)).matters).toEqual([])
  expect((await call('GET', `/matters/${matter!.id}`, { as: liaison })).body.code).toBe(
    'reviews.no-such-matter',
  )
  const foreign = await call('GET', `/matters?unitId=${city.unitId('yunbo')}`, { as: liaison })
  expect(foreign.status).toBe(403)
  const begun = { parts: [{ kind: 'statement', id: short[4]!.id }] }
  expect((await call('POST', '/matters', { payload: begun, as: liaison })).status).toBe(403)
  const own = await call<MatterDetail>('POST', '/matters', { payload: begun })
  expect((await list('', liaison)).matters.map(({ id }) => id)).toEqual([own.body.id])
})

test('pairs that were confirmed before there were matters become matters when the database is brought up', async () => {
  const before = (await list('?atLeast=2')).matters
  const script = readFileSync(new URL('./migrations/0003-follow.sql', import.meta.url), 'utf8')
  const filling = script.slice(script.indexOf('-- What people confirmed before'))
  await city.database.owner.transaction().execute(async (tx) => {
    await sql`truncate reviews.matter_part, reviews.matter`.execute(tx)
    await sql.raw(filling).execute(tx)
  })
  const after = (await list('?atLeast=2')).matters
  expect(after.map(({ times, state }) => [times, state])).toEqual(
    before.map(({ times, state }) => [times, state]),
  )
})

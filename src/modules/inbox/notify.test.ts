import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createContext } from '../../platform/database/index.ts'
import type { PlainAccount } from '../../platform/module.ts'
import { drainJobs, openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { addAccount, signInOver } from '../identity/testing.ts'
import { notify } from './index.ts'
import { inboxModule } from './module.ts'
import { tellOverdue } from './testing.ts'

let city: TestCity
let officer: PlainAccount
let liaison: PlainAccount
beforeAll(async () => {
  city = await openTestCity()
  officer = await addAccount(city.asSystem(), { role: 'officer' })
  liaison = await addAccount(city.asSystem(), { role: 'liaison', unitId: city.unitId('heting') })
})
afterAll(() => city.close())
beforeEach(async () => {
  await sql`truncate inbox.message, inbox.mail, inbox.webhook_delivery, graphile_worker._private_jobs`.execute(
    city.database.owner,
  )
})

/** A context of the account itself, as its requests have it. */
const asAccount = (account: PlainAccount, role: 'officer' | 'liaison') => {
  const ctx = city.as(role, role === 'liaison' ? { unit: 'heting' } : {})
  const { grants } = ctx.actor
  return createContext({
    database: city.database,
    tenantId: city.tenant.id,
    clock: city.clock,
    locale: 'zh-CN',
    modules: [inboxModule],
    actor: { ...ctx.actor, userId: account.id, grants },
  })
}

async function get(username: string, query = '', headers: Record<string, string> = {}) {
  const app = await city.http()
  const browser = await signInOver(app, username)
  const response = await app.inject({
    url: `/api/inbox${query}`,
    headers: { ...browser.headers, ...headers },
  })
  return response.json()
}

async function post(username: string, payload: object) {
  const app = await city.http()
  const { headers } = await signInOver(app, username)
  return app.inject({ method: 'POST', url: '/api/inbox/read', headers, payload })
}

const countMessages = async () => {
  const { rows } = await sql<{ count: number }>`select count(*) from inbox.message`.execute(
    city.database.owner,
  )
  return rows[0]!.count
}

describe('A person who is told', () => {
  it('reads it in his own language, and nobody else does', async () => {
    await tellOverdue(city.as('officer'), [liaison.id])
    const page = await get('liaison')
    expect(page).toMatchObject({ total: 1, unread: 1 })
    expect(page.messages[0]).toMatchObject({
      level: 'warning',
      title: '2024-007“补齐河汀社区食堂”应于 2024-04-08 办结，已超期 2 个工作日',
      subject: { type: 'item', id: '7' },
      readAt: null,
    })
    expect((await get('liaison', '', { 'accept-language': 'en' })).messages[0].title).toContain(
      '2 working days late',
    )
    expect(await get('officer')).toMatchObject({ total: 0, unread: 0 })
  })

  it('cannot read or mark what is addressed to another, also not in SQL', async () => {
    await tellOverdue(city.asSystem(), [liaison.id])
    const seen = await asAccount(officer, 'officer').transaction(async (tx) => {
      const read = await sql`select * from inbox.message`.execute(tx)
      const marked = await sql`update inbox.message set read_at = now()`.execute(tx)
      return [read.rows.length, Number(marked.numAffectedRows)]
    })
    expect(seen).toEqual([0, 0])
    const own = await asAccount(liaison, 'liaison').transaction((tx) =>
      sql`select * from inbox.message`.execute(tx),
    )
    expect(own.rows).toHaveLength(1)
  })

  it('marks one message, or all that had arrived when the list was read', async () => {
    for (const n of [1, 2, 3]) await tellOverdue(city.asSystem(), [liaison.id], { cause: `cause ${n}` })
    const { messages, asOf } = await get('liaison')
    expect((await post('liaison', { ids: [messages[0].id] })).json()).toEqual({ unread: 2 })
    expect(await get('liaison', '?show=unread')).toMatchObject({ total: 2, unread: 2 })
    expect((await post('officer', { ids: messages.map(({ id }: { id: string }) => id) })).json()).toEqual({
      unread: 0,
    })
    city.setClock('2024-04-10T03:00:00Z')
    await tellOverdue(city.asSystem(), [liaison.id], { cause: 'later' })
    expect((await post('liaison', { upTo: asOf })).json()).toEqual({ unread: 1 })
    expect((await post('liaison', {})).statusCode).toBe(400)
    city.setClock('2024-04-10T02:00:00Z')
  })

  it('finds messages by level and page', async () => {
    for (const n of [1, 2, 3]) await tellOverdue(city.asSystem(), [liaison.id], { cause: `cause ${n}` })
    await tellOverdue(city.asSystem(), [liaison.id], { cause: 'alarm', level: 'alarm' })
    expect(await get('liaison', '?level=alarm')).toMatchObject({ total: 1, unread: 4 })
    expect((await get('liaison', '?page=2&pageSize=3')).messages).toHaveLength(1)
  })
})

describe('The same cause', () => {
  it('tells nobody twice, however many tell it at the same moment', async () => {
    const both = [officer.id, liaison.id]
    await Promise.all(Array.from({ length: 12 }, () => tellOverdue(city.asSystem(), both)))
    expect(await countMessages()).toBe(2)
    const deliveries = await sql`select from inbox.webhook_delivery`.execute(city.database.owner)
    expect(deliveries.rows).toHaveLength(1)
  })

  it('tells those who were not told before', async () => {
    await tellOverdue(city.asSystem(), [liaison.id])
    await tellOverdue(city.asSystem(), [liaison.id, officer.id, officer.id])
    expect(await countMessages()).toBe(2)
  })

  it('was not told when the transaction rolled back', async () => {
    const ctx = city.asSystem()
    const failing = ctx.transaction(async (tx) => {
      const subject = { type: 'item', id: '7' }
      await notify(tx, ctx, {
        cause: 'x',
        kind: 'ledger.overdue',
        level: 'info',
        recipients: [liaison.id],
        subject,
      })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await countMessages()).toBe(0)
    expect((await drainJobs(city)).ran).toEqual([])
  })
})

it('refuses a kind that no catalogue has a sentence for', async () => {
  await expect(tellOverdue(city.asSystem(), [liaison.id], { kind: 'ledger.nonsense' })).rejects.toThrow(
    'no sentence',
  )
})

import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { PlainAccount } from '../../../platform/module.ts'
import { drainJobs, openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { addAccount, signInOver } from '../../identity/testing.ts'
import { tellOverdue } from '../testing.ts'
import { isPublicAddress } from './public-address.ts'

const SECRET = 'a secret of the tenant, long enough'

let city: TestCity
let officer: PlainAccount
let receiver: Server
let port: number
const received: { headers: IncomingMessage['headers']; body: string; path: string }[] = []
let answer: { status: number; headers?: Record<string, string> } = { status: 200 }

beforeAll(async () => {
  city = await openTestCity()
  officer = await addAccount(city.asSystem(), { role: 'officer' })
  await addAccount(city.asSystem(), { role: 'liaison', unitId: city.unitId('heting') })
  receiver = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    received.push({ headers: request.headers, body, path: request.url ?? '' })
    response.writeHead(answer.status, answer.headers).end('an answer that nobody reads')
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  port = (receiver.address() as { port: number }).port
  vi.stubEnv('QUARTERDECK_WEBHOOK_ALLOW', 'elsewhere.invalid, localhost')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  receiver.close()
  await city.close()
})
afterEach(async () => {
  received.length = 0
  answer = { status: 200 }
  await sql`truncate inbox.message, inbox.mail, inbox.webhook, inbox.webhook_delivery, graphile_worker._private_jobs`.execute(
    city.database.owner,
  )
})

async function call(method: 'GET' | 'PUT', payload?: object, username = 'officer') {
  const app = await city.http()
  const { headers } = await signInOver(app, username)
  return app.inject({ method, url: '/api/inbox/webhook', headers, ...(payload ? { payload } : {}) })
}
const address = (path = '/told?key=another-secret') => `http://localhost:${port}${path}`
const save = (change: object = {}) =>
  call('PUT', { isOn: true, address: address(), secret: SECRET, kinds: [], ...change })

describe('The webhook', () => {
  it('is told once for each cause, signed, with the same delivery id at each try', async () => {
    expect((await save()).statusCode).toBe(200)
    await tellOverdue(city.asSystem(), [officer.id])
    await tellOverdue(city.asSystem(), [officer.id])
    answer = { status: 503 }
    const { failed } = await drainJobs(city, { failures: 'keep' })
    expect(failed).toEqual([{ job: 'inbox.send-webhook', reason: 'inbox.webhook-answered' }])
    answer = { status: 204 }
    city.setClock('2024-04-10T02:00:30Z')
    await drainJobs(city)
    await drainJobs(city)
    city.setClock('2024-04-10T02:00:00Z')
    expect(received).toHaveLength(2)
    const [first, second] = received
    expect(second!.headers['x-quarterdeck-delivery']).toBe(first!.headers['x-quarterdeck-delivery'])
    expect(second!.path).toBe('/told?key=another-secret')
    const { headers, body } = second!
    const [, seconds, digest] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(
      String(headers['x-quarterdeck-signature']),
    )!
    expect(Number(seconds)).toBe(Date.parse('2024-04-10T02:00:30Z') / 1000)
    expect(digest).toBe(createHmac('sha256', SECRET).update(`${seconds}.${body}`).digest('hex'))
    expect(headers['x-quarterdeck-event']).toBe('ledger.overdue')
    expect(JSON.parse(body)).toMatchObject({
      id: headers['x-quarterdeck-delivery'],
      kind: 'ledger.overdue',
      level: 'warning',
      subject: { type: 'item', id: '7' },
      recipients: [{ username: 'officer' }],
    })
    expect(JSON.parse(body).sentence['zh-CN']).toContain('已超期 2 个工作日')
  })

  it('hears of the kinds chosen only, and of nothing while it is off', async () => {
    await save({ kinds: ['ledger.pressed'] })
    await tellOverdue(city.asSystem(), [officer.id])
    await drainJobs(city)
    await save({ isOn: false })
    await tellOverdue(city.asSystem(), [officer.id], { cause: 'other' })
    await drainJobs(city)
    await save()
    await drainJobs(city)
    expect(received).toEqual([])
  })

  it('is not followed to where it redirects', async () => {
    await save()
    answer = { status: 302, headers: { location: '/inside' } }
    await tellOverdue(city.asSystem(), [officer.id])
    expect((await drainJobs(city, { failures: 'keep' })).failed).toHaveLength(1)
    expect(received.map(({ path }) => path)).toEqual(['/told?key=another-secret'])
  })

  it.each([
    ['https://127.0.0.1/told', 409, 'inbox.webhook-address-closed'],
    ['https://2130706433/told', 409, 'inbox.webhook-address-closed'],
    ['https://[::1]/told', 409, 'inbox.webhook-address-closed'],
    ['https://[::ffff:10.0.0.1]/told', 409, 'inbox.webhook-address-closed'],
    ['https://169.254.169.254/latest/meta-data', 409, 'inbox.webhook-address-closed'],
    ['https://no-such-name.invalid/', 409, 'inbox.webhook-address-unknown'],
    ['http://192.0.2.1/told', 400, 'inbox.webhook-not-https'],
    ['https://clerk:word@localhost/', 400, 'inbox.webhook-with-password'],
    ['file:///etc/passwd', 400, 'kernel.invalid-request'],
  ])('may not be %s', async (url, status, code) => {
    const response = await save({ address: url })
    expect([response.statusCode, response.json().code]).toEqual([status, code])
  })

  it('is checked again when it is told: a name that leads inside by then is refused', async () => {
    await save()
    vi.stubEnv('QUARTERDECK_WEBHOOK_ALLOW', '')
    await tellOverdue(city.asSystem(), [officer.id])
    const { failed } = await drainJobs(city, { failures: 'keep' })
    vi.stubEnv('QUARTERDECK_WEBHOOK_ALLOW', 'localhost')
    expect(failed[0]!.reason).toBe('inbox.webhook-not-https')
    expect(received).toEqual([])
  })

  it('keeps its secrets to itself: not in answers, the journal, the tables, or reasons of failure', async () => {
    const saved = await save()
    expect(saved.json()).toEqual({
      isOn: true,
      address: `http://localhost:${port}/told?…`,
      hasSecret: true,
      kinds: [],
    })
    expect((await call('GET')).body).not.toMatch(/another-secret|a secret of/)
    const { owner } = city.database
    const journal =
      await sql`select detail from journal.entry where action = 'inbox.webhook-changed'`.execute(owner)
    expect(journal.rows.length).toBeGreaterThan(0)
    const stored = await sql<{
      text: string
    }>`select encode(address_seal, 'escape') || encode(secret_seal, 'escape') as text
      from inbox.webhook`.execute(owner)
    expect(JSON.stringify([journal.rows, stored.rows])).not.toMatch(/another-secret|a secret of/)
  })

  it('keeps its secret when other settings change, but not for a new address', async () => {
    await save()
    expect((await call('PUT', { isOn: false, kinds: ['ledger.overdue'] })).json()).toMatchObject({
      hasSecret: true,
      isOn: false,
    })
    const moved = await call('PUT', { isOn: true, kinds: [], address: address('/elsewhere') })
    expect([moved.statusCode, moved.json().code]).toEqual([400, 'inbox.webhook-incomplete'])
  })

  it('is set by officers only', async () => {
    expect((await call('GET', undefined, 'liaison')).statusCode).toBe(403)
  })
})

it.each([
  ['8.8.8.8', true],
  ['2606:4700::1111', true],
  ['10.1.2.3', false],
  ['172.31.255.255', false],
  ['172.32.0.1', true],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['::', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::a00:1', false],
  ['not an address', false],
])('The address %s is public: %s', (text, expected) => {
  expect(isPublicAddress(text)).toBe(expected)
})

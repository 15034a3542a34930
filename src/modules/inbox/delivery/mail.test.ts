import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PlainAccount } from '../../../platform/module.ts'
import { drainJobs, openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { addAccount, signInOver } from '../../identity/testing.ts'
import { tellOverdue } from '../testing.ts'

let city: TestCity
let liaison: PlainAccount
let post: SMTPServer
/** What the mail server took, raw. */
const taken: { to: string; raw: string }[] = []
/** Told once, after the mail was taken in full. */
let afterTaking: (() => Promise<unknown>) | undefined

beforeAll(async () => {
  city = await openTestCity()
  liaison = await addAccount(city.asSystem(), { role: 'liaison', unitId: city.unitId('heting') })
  post = new SMTPServer({
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      done(password === 'hunter22secret' ? null : new Error('No'), { user: username }),
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, done) => done(address.startsWith('full@') ? new Error('Mailbox full') : null),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        taken.push({ to: envelope.rcptTo[0]!.address, raw: Buffer.concat(chunks).toString('utf8') })
        void Promise.resolve(afterTaking?.()).then(() => done())
      })
    },
  })
  await new Promise<void>((resolve) => post.listen(0, '127.0.0.1', resolve))
  const { port } = post.server.address() as { port: number }
  vi.stubEnv('QUARTERDECK_SMTP_URL', `smtp://clerk:hunter22secret@127.0.0.1:${port}`)
  vi.stubEnv('QUARTERDECK_MAIL_FROM', 'Supervision <supervision@riverport.invalid>')
  vi.stubEnv('QUARTERDECK_PUBLIC_URL', 'https://deck.riverport.invalid/')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await new Promise<void>((resolve) => post.close(resolve))
  await city.close()
})
beforeEach(() => city.setClock('2024-04-10T02:00:00Z'))
afterEach(async () => {
  taken.length = 0
  afterTaking = undefined
  await sql`truncate inbox.message, inbox.mail, inbox.preference, inbox.webhook_delivery, graphile_worker._private_jobs`.execute(
    city.database.owner,
  )
})

const wish = {
  isMailOn: true,
  digest: 'each',
  locale: 'zh-CN',
  address: 'heting@riverport.invalid',
  hours: { from: '08:30', until: '18:00' },
}

async function choose(change: object = {}) {
  const app = await city.http()
  const { headers } = await signInOver(app, 'liaison')
  return app.inject({
    method: 'PUT',
    url: '/api/inbox/preferences',
    headers,
    payload: { ...wish, ...change },
  })
}

/** Base64 and quoted-printable undone, as a reader sees it. */
function textOf({ raw }: { raw: string }): string {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const isBase64 = /transfer-encoding: base64/i.test(head)
  const text = body.join('\r\n\r\n')
  if (isBase64) return Buffer.from(text, 'base64').toString('utf8')
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
const messageIdOf = ({ raw }: { raw: string }) => /^message-id: (.*)$/im.exec(raw)?.[1]

describe('Mail', () => {
  it('goes out once for each cause, in the language chosen, with the way to the matter', async () => {
    expect((await choose()).statusCode).toBe(200)
    await tellOverdue(city.asSystem(), [liaison.id])
    await tellOverdue(city.asSystem(), [liaison.id])
    await drainJobs(city)
    await drainJobs(city)
    expect(taken).toHaveLength(1)
    expect(taken[0]!.to).toBe('heting@riverport.invalid')
    expect(textOf(taken[0]!)).toContain('【预警】 2024-007“补齐河汀社区食堂”应于 2024-04-08 办结')
    expect(textOf(taken[0]!)).toContain('https://deck.riverport.invalid/ledger/items/7')
    expect(messageIdOf(taken[0]!)).toMatch(/^<[0-9a-f]{40}@riverport\.invalid>$/)
    const { rows } = await sql<{ sent: Date }>`select sent_mail_at as sent from inbox.message`.execute(
      city.database.owner,
    )
    expect(rows).toEqual([{ sent: city.clock.now() }])
  })

  it('goes to nobody who has not asked for it, and nothing of before comes when he does', async () => {
    await tellOverdue(city.asSystem(), [liaison.id])
    await drainJobs(city)
    await choose()
    await tellOverdue(city.asSystem(), [liaison.id], { cause: 'new' })
    await drainJobs(city)
    expect(taken).toHaveLength(1)
  })

  it('waits in the evening and over days off for the next working morning', async () => {
    await choose()
    // 2024-04-03 19:00; 清明 until 04-06, Sunday 04-07 is worked.
    city.setClock('2024-04-03T11:00:00Z')
    await tellOverdue(city.asSystem(), [liaison.id])
    await drainJobs(city)
    for (const morning of ['2024-04-04T01:00:00Z', '2024-04-06T06:00:00Z', '2024-04-07T00:29:00Z']) {
      city.setClock(morning)
      await drainJobs(city)
    }
    expect(taken).toHaveLength(0)
    city.setClock('2024-04-07T00:30:00Z')
    await drainJobs(city)
    expect(taken).toHaveLength(1)
  })

  it('comes as one daily mail with all that is new, the gravest first, once a day', async () => {
    await choose({ digest: 'daily' })
    await tellOverdue(city.asSystem(), [liaison.id], { cause: 'a', level: 'info' })
    await tellOverdue(city.asSystem(), [liaison.id], { cause: 'b', level: 'alarm' })
    await drainJobs(city)
    expect(taken).toHaveLength(0)
    city.setClock('2024-04-11T00:30:00Z')
    await drainJobs(city)
    expect(taken).toHaveLength(1)
    const text = textOf(taken[0]!)
    expect(text.indexOf('【告警】')).toBeLessThan(text.indexOf('【通知】'))
    expect(text.indexOf('【告警】')).toBeGreaterThanOrEqual(0)
    await tellOverdue(city.asSystem(), [liaison.id], { cause: 'c' })
    await drainJobs(city)
    city.setClock('2024-04-11T09:00:00Z')
    await drainJobs(city)
    expect(taken).toHaveLength(1)
    city.setClock('2024-04-12T00:30:00Z')
    await drainJobs(city)
    expect(taken).toHaveLength(2)
  })

  it('is sent again word for word under the same Message-ID when the mark was lost after the server took it', async () => {
    await choose()
    await tellOverdue(city.asSystem(), [liaison.id])
    // The transaction that would mark it loses its connection, as with a killed process.
    afterTaking = () => {
      afterTaking = undefined
      return sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and state = 'idle in transaction'`.execute(city.database.owner)
    }
    const { failed } = await drainJobs(city, { failures: 'keep' })
    expect(failed.map(({ job }) => job)).toEqual(['inbox.send-mail'])
    await tellOverdue(city.asSystem(), [liaison.id], { cause: 'another' })
    city.setClock('2024-04-10T02:10:00Z')
    await drainJobs(city)
    expect(taken).toHaveLength(3)
    const ids = taken.map(messageIdOf)
    expect(new Set(ids).size).toBe(2)
    const [first, again] = taken.filter((mail) => messageIdOf(mail) === ids[0])
    expect(textOf(again!)).toBe(textOf(first!))
  })

  it('that is refused is tried again later, with a reason that holds no secret', async () => {
    await choose({ address: 'full@riverport.invalid' })
    await tellOverdue(city.asSystem(), [liaison.id])
    const { failed } = await drainJobs(city, { failures: 'keep' })
    expect(failed[0]!.reason).toMatch(/Mailbox full/)
    expect(failed[0]!.reason).not.toContain('hunter22secret')
    city.setClock('2024-04-10T02:10:00Z')
    expect((await drainJobs(city, { failures: 'keep' })).failed).toHaveLength(1)
    const { rows } = await sql`select from inbox.message where sent_mail_at is null`.execute(
      city.database.owner,
    )
    expect(rows).toHaveLength(1)
  })
})

describe('The preferences', () => {
  it.each([
    [{ address: null }, 400, 'inbox.address-missing'],
    [{ hours: { from: '18:00', until: '08:30' } }, 400, 'inbox.hours-empty'],
    [{ address: 'nobody' }, 400, 'kernel.invalid-request'],
  ])('refuse %o', async (change, status, code) => {
    const response = await choose(change)
    expect([response.statusCode, response.json().code]).toEqual([status, code])
  })

  it('say that no mail can be sent while no server is set', async () => {
    const url = process.env.QUARTERDECK_SMTP_URL
    delete process.env.QUARTERDECK_SMTP_URL
    const refused = await choose()
    vi.stubEnv('QUARTERDECK_SMTP_URL', url)
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'inbox.mail-unavailable'])
  })
})

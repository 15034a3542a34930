import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../platform/testing/index.ts'
import { newDataFolder, type Program, run } from '../testing.ts'

let database: TestDatabase
let env: Record<string, string>
const dataFolder = newDataFolder()

beforeAll(async () => {
  database = await openTestDatabase('empty')
  env = { DATABASE_URL: database.database.url, QUARTERDECK_DATA: dataFolder }
})
afterAll(() => database?.close())

const start = (more: Record<string, string> = {}) => run('./server/main.ts', [], { ...env, ...more })
const passwords = () => JSON.parse(readFileSync(join(dataFolder, 'sample-sign-ins.json'), 'utf8'))

async function stop(program: Program, signal: NodeJS.Signals): Promise<{ code: number | null; ms: number }> {
  const before = performance.now()
  program.child.kill(signal)
  return { code: await program.ended, ms: performance.now() - before }
}

async function signIn(address: string, username: string, password: string) {
  const body = JSON.stringify({ username, password })
  const headers = { 'content-type': 'application/json' }
  return fetch(`${address}/api/session`, { method: 'POST', headers, body })
}

describe('a server', () => {
  it('makes the city at its first start, prints sign-ins that work, and stops within 5 seconds', async () => {
    const program = start()
    const address = await program.address()
    const health = await fetch(`${address}/api/health`)
    expect(await health.json()).toMatchObject({ ok: true })
    for (const [username, password] of Object.entries<string>(passwords())) {
      expect((await signIn(address, username, password)).status).toBe(200)
      expect(program.output()).toContain(password)
    }
    // Six for the city's work and the three administrators.
    expect(Object.keys(passwords())).toHaveLength(9)
    expect(statSync(join(dataFolder, 'sample-sign-ins.json')).mode & 0o777).toBe(0o600)
    const { code, ms } = await stop(program, 'SIGTERM')
    expect(code).toBe(0)
    expect(ms).toBeLessThan(5000)
    expect(program.output()).toMatch(/启动|连接/)
    expect(program.output()).toContain('All stopped')
  })

  it('keeps city and passwords at the next start, and stops at Ctrl-C while a request is open', async () => {
    const before = passwords()
    const program = start()
    const address = await program.address()
    expect(passwords()).toEqual(before)
    const hanging = fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': '100' },
      body: new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array([123])) }),
      duplex: 'half',
    } as RequestInit).catch((error: Error) => error)
    await new Promise((resolve) => setTimeout(resolve, 200))
    const { code, ms } = await stop(program, 'SIGINT')
    expect(code).toBe(0)
    expect(ms).toBeLessThan(5000)
    await hanging
  })

  it('asks the single sign-on and believes the proxies that the settings name', async () => {
    const secret = join(dataFolder, 'sso-secret')
    writeFileSync(secret, 'opened by nobody\n', { mode: 0o600 })
    const program = start({
      QUARTERDECK_TRUSTED_PROXIES: '10.20.0.0/16',
      QUARTERDECK_OIDC_ISSUER: 'https://sso.example',
      QUARTERDECK_OIDC_CLIENT_ID: 'quarterdeck',
      QUARTERDECK_OIDC_SECRET_FILE: secret,
      QUARTERDECK_PUBLIC_URL: 'https://quarterdeck.example',
      QUARTERDECK_OIDC_LABEL: '市统一认证',
    })
    const address = await program.address()
    const options = await fetch(`${address}/api/sign-in-options`)
    expect(await options.json()).toEqual({ singleSignOn: '市统一认证' })

    const [[username, password]] = Object.entries<string>(passwords()) as [[string, string]]
    // A person at 203.0.113.7, a proxy of the city, the proxy beside us.
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.7, 10.20.0.4' }
    const body = JSON.stringify({ username, password })
    const signedIn = await fetch(`${address}/api/session`, { method: 'POST', headers, body })
    const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!
    const listed = await fetch(`${address}/api/account/sessions`, { headers: { cookie } })
    const { sessions } = (await listed.json()) as { sessions: { address: string; isCurrent: boolean }[] }
    expect(sessions.find(({ isCurrent }) => isCurrent)).toMatchObject({ address: '203.0.113.*' })
    await stop(program, 'SIGTERM')
  })

  it('stops cleanly in the middle of its start', async () => {
    const program = start()
    await new Promise((resolve) => setTimeout(resolve, 450))
    const { ms } = await stop(program, 'SIGTERM')
    expect(ms).toBeLessThan(5000)
  })
})

it('makes no sample account where a real city works; stops cleanly and ends with 1 after an error that nobody caught', async () => {
  const { owner } = database.database
  await sql`update identity.account set username = 'gone' where username = 'leader'`.execute(owner)
  const throwing = `process.on('SIGUSR2', () => { throw new Error('the sky fell') })`
  const program = start({
    NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(throwing)}"`,
    QUARTERDECK_SAMPLE_ACCOUNTS: 'none',
  })
  await program.address()
  const { rows } = await sql`select 1 from identity.account where username = 'leader'`.execute(owner)
  expect(rows).toEqual([])
  for (const password of Object.values<string>(passwords())) expect(program.output()).not.toContain(password)
  expect(await stop(program, 'SIGUSR2')).toMatchObject({ code: 1 })
  expect(program.output()).toContain('the sky fell')
  expect(program.output()).toContain('All stopped')
})

describe('a start that cannot be', () => {
  it('says which port is in use', async () => {
    const holder = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => holder.once('listening', resolve))
    const { port } = holder.address() as { port: number }
    const program = start({ PORT: String(port) })
    expect(await program.ended).toBe(4)
    expect(program.output()).toContain(`端口 127.0.0.1:${port} 已被占用`)
    expect(program.output()).toContain('is in use')
    holder.close()
  })

  it.each([
    [{ PORT: 'http' }, 2, 'PORT 的值“http”不是端口号'],
    [{ DATABASE_URL: 'postgres://nobody@[1/none' }, 2, '无法连接数据库'],
    [{ DATABASE_URL: 'the usual one' }, 2, 'DATABASE_URL 不是数据库地址'],
    [{ QUARTERDECK_SAMPLE_ACCOUNTS: 'no' }, 2, 'QUARTERDECK_SAMPLE_ACCOUNTS 的值“no”'],
    [{ QUARTERDECK_DATA: '/dev/null' }, 2, '数据目录“/dev/null”无法使用'],
    [{ QUARTERDECK_PACK: 'atlantis' }, 3, 'atlantis'],
    [{ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, 2, '无法连接数据库'],
  ])('says what is wrong with %o and ends with %i', async (more, code, sentence) => {
    const program = start(more as Record<string, string>)
    expect(await program.ended).toBe(code)
    expect(program.output()).toContain(sentence)
    expect(program.output()).not.toMatch(/\.ts:\d/)
  })
})

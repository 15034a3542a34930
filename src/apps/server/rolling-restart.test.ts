import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Agent, type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../platform/testing/index.ts'
import { newDataFolder, type Program, run } from '../testing.ts'
import { roundRobin } from './testing/round-robin.ts'

let database: TestDatabase
const dataFolder = newDataFolder()
const programs: Program[] = []

beforeAll(async () => {
  database = await openTestDatabase('empty')
})
afterAll(async () => {
  for (const { child } of programs) child.kill('SIGKILL')
  await Promise.all(programs.map(({ ended }) => ended))
  await database?.close()
  await rm(dataFolder, { recursive: true, force: true })
})

function serve(more: Record<string, string> = {}): Program {
  const env = {
    DATABASE_URL: database.database.url,
    QUARTERDECK_DATA: dataFolder,
    QUARTERDECK_DRAIN_SECONDS: '1',
    QUARTERDECK_FINISH_SECONDS: '20',
    ...more,
  }
  const program = run('./cli/main.ts', ['serve', '--role', 'web'], env)
  programs.push(program)
  return program
}

interface Answer {
  status: number
  text: string
  headers: IncomingMessage['headers']
}

async function ask(
  url: string,
  options: { method?: string; headers?: Record<string, string>; agent?: Agent },
  parts: readonly (string | number)[] = [],
): Promise<Answer> {
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    const asked = request(url, options, resolve).on('error', reject)
    void (async () => {
      // A number is a pause: an upload over a slow line.
      for (const part of parts) typeof part === 'number' ? await sleep(part) : asked.write(part)
      asked.end()
    })()
  })
  const response = await answered
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  const { statusCode = 0, headers } = response
  return { status: statusCode, text: Buffer.concat(chunks).toString(), headers }
}

async function signIn(address: string): Promise<Record<string, string>> {
  const passwords = JSON.parse(readFileSync(join(dataFolder, 'sample-sign-ins.json'), 'utf8'))
  const body = JSON.stringify({ username: 'duban', password: passwords.duban })
  const entered = await ask(
    `${address}/api/session`,
    { method: 'POST', headers: { 'content-type': 'application/json' } },
    [body],
  )
  const cookie = entered.headers['set-cookie']![0]!.split(';')[0]!
  return { cookie, 'x-csrf-token': JSON.parse(entered.text).csrfToken }
}

it('is restarted process by process under load without an error, and nothing acknowledged is lost', async () => {
  const running = [serve(), serve()]
  const proxy = await roundRobin(await Promise.all(running.map((each) => each.address())), 100)
  const headers = await signIn(proxy.address)
  const stop = new AbortController()
  const acknowledged: string[] = []
  const errors: string[] = []

  async function write(client: number): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    for (let turn = 0; !stop.signal.aborted; turn++) {
      const title = `滚动重启期间的事项 ${client}-${turn}`
      const post = {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        agent,
      }
      const answer = await ask(`${proxy.address}/api/items`, post, [
        JSON.stringify({ title, leadUnitId: null }),
      ]).catch((error: Error) => ({ status: 0, text: error.message }))
      if (answer.status === 201) acknowledged.push(title)
      else errors.push(`${answer.status} ${answer.text}`)
      await sleep(10)
    }
    agent.destroy()
  }

  const writing = Array.from({ length: 4 }, (_, client) => write(client))
  for (const [at, program] of running.entries()) {
    const address = await program.address()
    // An upload that is on its way when the process is told to stop, straight to it, and lasts beyond the drain.
    const boundary = 'rolling'
    const type = `multipart/form-data; boundary=${boundary}`
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="t.csv"\r\ncontent-type: text/csv\r\n\r\n`
    const slow = ask(
      `${address}/api/sheets`,
      { method: 'POST', headers: { ...headers, 'content-type': type } },
      [head, '编号,标题\n', 2500, `${at},慢慢上传\n`, `\r\n--${boundary}--\r\n`],
    )
    await sleep(300)
    program.child.kill('SIGTERM')
    await sleep(400)
    // It still serves, and says that this was the last answer of the connection.
    const ready = await ask(`${address}/api/ready`, { agent: new Agent({ keepAlive: true }) })
    expect([ready.status, ready.headers.connection]).toEqual([503, 'close'])
    const before = acknowledged.length
    expect((await slow).status).toBe(201)
    expect(await program.ended).toBe(0)
    const next = serve()
    proxy.replace(address, await next.address())
    await sleep(400)
    expect(acknowledged.length).toBeGreaterThan(before)
  }
  stop.abort()
  await Promise.all(writing)
  await proxy.close()
  expect(errors).toEqual([])
  const { rows } = await sql<{ title: string }>`select title from ledger.item
    where title like '滚动重启期间的事项 %'`.execute(database.database.owner)
  expect(rows.map(({ title }) => title).sort()).toEqual(acknowledged.sort())
}, 300_000)

it('ends at once at the second signal', async () => {
  const program = serve({ QUARTERDECK_DRAIN_SECONDS: '60' })
  await program.address()
  program.child.kill('SIGTERM')
  await sleep(700)
  program.child.kill('SIGTERM')
  expect(await program.ended).toBe(1)
}, 120_000)

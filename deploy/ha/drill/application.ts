import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { primaryUrl, replicaUrl, WEB_PORT } from './places.ts'
import { runToEnd, start } from './processes.ts'
import type { Writers } from './sql-writers.ts'

export interface Application extends Writers {
  /** How many requests were answered with which status; 0 is no answer. */
  statuses(): Readonly<Record<number, number>>
  /** Whether the processes are those that were started. */
  neverRestarted(): boolean
  /** Whether a job that is enqueued now is done by the worker, within a minute. */
  worksOff(): Promise<boolean>
  /** What `quarterdeck audit verify` says; it throws when the journal is not whole. */
  verifyJournal(): string
}

const MAIN = fileURLToPath(new URL('../../../src/apps/cli/main.ts', import.meta.url))
const ADDRESS = `http://127.0.0.1:${WEB_PORT}`
const WRITERS = 2
const PAUSE_MS = 150
const ANSWER_LIMIT_MS = 30_000

interface Session {
  headers: Record<string, string>
  leadUnitId: string
}

/** Quarterdeck's web process and worker on the proxy's port, with writers that enter items through the API. */
export async function startApplication(folder: string, database: string): Promise<Application> {
  const admin = new pg.Client({ connectionString: primaryUrl('postgres') })
  await admin.connect()
  await admin.query(`create database ${database}`)
  await admin.end()
  const env = {
    DATABASE_URL: primaryUrl(database),
    QUARTERDECK_REPLICA_URL: replicaUrl(database),
    QUARTERDECK_DATA: join(folder, 'quarterdeck'),
    QUARTERDECK_SECRET: 'quarterdeck-ha-drill-secret-0123456789abcdef',
    QUARTERDECK_PACK: 'riverport',
    PORT: String(WEB_PORT),
    LANG: 'en_US.UTF-8',
  }
  const serve = (role: string) =>
    start({
      command: [process.execPath, MAIN, 'serve', '--role', role],
      log: join(folder, `quarterdeck-${role}.log`),
      env: { ...env, QUARTERDECK_OPS_PORT: role === 'web' ? '26590' : '26591' },
    })
  const web = serve('web')
  await until(async () => (await fetch(`${ADDRESS}/api/ready`)).ok, 300_000)
  const worker = serve('worker')
  await until(async () => (await fetch('http://127.0.0.1:26591/ready')).ok, 300_000)
  const session = await signIn(env.QUARTERDECK_DATA)

  const acknowledged = new Map<string, string>()
  const statuses: Record<number, number> = {}
  let isOver = false
  let last = performance.now()
  let gap = 0

  async function write(writer: number): Promise<void> {
    for (let number = 1; !isOver; number++) {
      const title = `演练 ${writer}-${number}`
      const answer = await fetch(`${ADDRESS}/api/items`, {
        method: 'POST',
        headers: session.headers,
        body: JSON.stringify({ title, leadUnitId: session.leadUnitId, dueOn: '2030-01-31' }),
        signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
      }).catch(() => undefined)
      const status = answer?.status ?? 0
      statuses[status] = (statuses[status] ?? 0) + 1
      const body = await answer?.json().catch(() => undefined)
      if (status === 201) {
        acknowledged.set((body as { id: string }).id, title)
        const now = performance.now()
        gap = Math.max(gap, now - last)
        last = now
      }
      await sleep(PAUSE_MS)
    }
  }
  const writing = Array.from({ length: WRITERS }, (_, writer) => write(writer))
  const isRunning = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null

  return {
    acknowledged: () => acknowledged.size,
    longestGap() {
      const seconds = Math.max(gap, performance.now() - last) / 1000
      gap = 0
      return seconds
    },
    async lost(since = 0) {
      const wanted = new Map([...acknowledged].slice(since))
      await forgetFound(session, wanted)
      let lost = 0
      for (const [id, title] of wanted) if ((await getItem(session, id))?.title !== title) lost += 1
      return lost
    },
    statuses: () => statuses,
    neverRestarted: () => isRunning(web) && isRunning(worker),
    worksOff: () => worksOff(database),
    verifyJournal: () =>
      runToEnd([process.execPath, MAIN, 'audit', 'verify'], { ...env, PATH: process.env.PATH }),
    async stop() {
      isOver = true
      await Promise.all(writing)
    },
  }
}

/** Takes out what the list of items shows, the newest first; the list may come from a replica that has not all yet. */
async function forgetFound(session: Session, wanted: Map<string, string>): Promise<void> {
  for (let page = 1; wanted.size > 0; page++) {
    const url = `${ADDRESS}/api/items?sort=-createdAt&pageSize=200&page=${page}`
    const items = await get<{ items: { id: string; title: string }[] }>(session, url)
      .then(({ body }) => body?.items ?? [])
      .catch(() => [])
    if (items.length === 0) return
    for (const { id, title } of items) if (wanted.get(id) === title) wanted.delete(id)
  }
}

/** Through the API, again while the house says to wait. */
async function getItem(session: Session, id: string): Promise<{ title: string } | undefined> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const answer = await get<{ title: string }>(session, `${ADDRESS}/api/items/${id}`).catch(() => undefined)
    if (answer?.body) return answer.body
    if (answer?.status === 404) return undefined
    await sleep(500)
  }
  throw new Error(`Item ${id} could not be asked for`)
}

async function get<Body>(
  { headers }: Session,
  url: string,
): Promise<{ status: number; body: Body | undefined }> {
  const answer = await fetch(url, { headers })
  const { status, ok } = answer
  return { status, body: ok ? ((await answer.json()) as Body) : undefined }
}

async function signIn(dataFolder: string): Promise<Session> {
  const passwords = JSON.parse(readFileSync(join(dataFolder, 'sample-sign-ins.json'), 'utf8'))
  const answer = await fetch(`${ADDRESS}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'duban', password: passwords.duban }),
  })
  if (answer.status !== 200) throw new Error(`Signing in was answered ${answer.status}`)
  const { csrfToken } = (await answer.json()) as { csrfToken: string }
  const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!
  const headers = { cookie, 'x-csrf-token': csrfToken, 'content-type': 'application/json' }
  const units = await (await fetch(`${ADDRESS}/api/units`, { headers })).json()
  const leadUnitId = /"id":"([0-9a-f-]{36})","key":"qingdu"/.exec(JSON.stringify(units))?.[1]
  if (!leadUnitId) throw new Error('The fixture city has no unit "qingdu"')
  return { headers, leadUnitId }
}

async function worksOff(database: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: primaryUrl(database) })
  await client.connect()
  try {
    await client.query(`select set_config('quarterdeck.tenant_id', id::text, false) from platform.tenant`)
    await client.query(
      `select platform.enqueue_job('inbox.plan-mail', json_build_object('accountId', id), now(), 'drill', null)
       from platform.tenant`,
    )
    return await until(async () => {
      const left = await client.query(
        'select from graphile_worker._private_jobs where run_at <= now() and attempts < max_attempts',
      )
      return left.rowCount === 0
    }, 60_000).then(
      () => true,
      () => false,
    )
  } finally {
    await client.end()
  }
}

async function until(holds: () => Promise<boolean>, limitMs: number): Promise<void> {
  for (const end = Date.now() + limitMs; Date.now() < end; await sleep(300))
    if (await holds().catch(() => false)) return
  throw new Error('It did not happen in time')
}

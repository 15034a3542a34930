import { Agent, type IncomingMessage, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../ledger/seed/random.ts'
import type { Person } from './make-people.ts'
import type { Samples } from './samples.ts'

interface Asking {
  readonly kind: string
  readonly path: string
  readonly method?: string
  readonly body?: unknown
  /** What must be found afterwards, each once, if this is acknowledged. */
  readonly traces?: readonly string[]
}

/** What is taken from answers; each route gives a part of it. */
interface Told {
  readonly id?: string
  readonly version?: number
  readonly items?: readonly { id: string }[]
  readonly messages?: readonly { id: string }[]
  readonly readings?: readonly { unit: number; version: number }[]
  readonly stage?: string
  readonly reviews?: readonly { id: string; title: string; stage: string; version: number }[]
}

interface Answer {
  readonly status: number
  readonly json: Told
}

export interface User {
  readonly person: Person
  readonly random: Random
  /** What the person has seen and may act on. */
  readonly seen: {
    ids: string[]
    toReport: string[]
    toSign: string[]
    toCorrect: string[]
    unread: string[]
  }
  ask(asking: Asking): Promise<Answer>
  close(): void
}

interface Signing {
  readonly person: Person
  /** Where the person sits, as the proxy would tell it. */
  readonly from: string
  readonly address: string
  readonly random: Random
  readonly samples: Samples
}

/** Before anything is measured; a machine that is busy otherwise answers 503, as it says, "again in 5 seconds". */
const SIGN_IN_TRIES = 10
const SIGN_IN_AGAIN_MS = 5000

/** Signs a person in over HTTP; the connection stays open, as a browser's does. @throws Error when that is refused */
export async function signIn({ person, from, address, random, samples }: Signing): Promise<User> {
  const agent = new Agent({ keepAlive: true, maxSockets: 2 })
  const headers: Record<string, string> = { 'x-forwarded-for': from, 'accept-language': 'zh-CN' }
  const { username, password } = person
  const send = (method: string, path: string, body?: unknown) =>
    exchange(`${address}${path}`, { method, headers, agent, body })
  let entered = await send('POST', '/api/session', { username, password })
  for (let tries = 1; entered.status === 503 && tries < SIGN_IN_TRIES; tries++) {
    await sleep(SIGN_IN_AGAIN_MS)
    entered = await send('POST', '/api/session', { username, password })
  }
  if (entered.status !== 200)
    throw new Error(`Sign-in of ${username} answered ${entered.status}: ${entered.text}`)
  headers.cookie = entered.cookie
  headers['x-csrf-token'] = JSON.parse(entered.text).csrfToken
  return {
    person,
    random,
    seen: { ids: [], toReport: [], toSign: [], toCorrect: [], unread: [] },
    async ask({ kind, path, method = 'GET', body, traces = [] }) {
      const began = performance.now()
      const answer = await send(method, path, body).catch((error: Error) => ({
        status: 0,
        text: String(error),
      }))
      const { status, text } = answer
      const isGood = status >= 200 && status < 300
      if (samples.isMeasuring)
        samples.all.push({ kind, isWrite: method !== 'GET', ms: performance.now() - began, status })
      if (!isGood) samples.errors.push(`${kind} ${status} ${text.slice(0, 300)}`)
      else samples.acknowledged.push(...traces)
      return { status, json: isGood && text !== '' ? JSON.parse(text) : {} }
    },
    close: () => agent.destroy(),
  }
}

interface Exchange {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly agent: Agent
  readonly body?: unknown
}

async function exchange(url: string, { method, headers, agent, body }: Exchange) {
  const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body))
  const more = payload && { 'content-type': 'application/json', 'content-length': String(payload.length) }
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, { method, headers: { ...headers, ...more }, agent }, resolve)
      .on('error', reject)
      .end(payload)
  })
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  const cookie = (response.headers['set-cookie'] ?? []).map((each) => each.split(';')[0]).join('; ')
  return { status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString(), cookie }
}

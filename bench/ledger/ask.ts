import { Agent, type IncomingMessage, request } from 'node:http'
import { type Figures, figuresOf } from './figures.ts'

/** Somebody who is signed in. */
export interface Asker {
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
}

export interface Question {
  readonly path: string
  readonly asker: Asker
}

/** Signs in over HTTP as the screens do. */
export async function signIn(address: string, username: string, password: string): Promise<Asker> {
  const response = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  if (!response.ok)
    throw new Error(`Sign-in of ${username} answered ${response.status}: ${await response.text()}`)
  const { csrfToken } = (await response.json()) as { csrfToken: string }
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  return { address, headers: { cookie, 'x-csrf-token': csrfToken } }
}

/** So many clients ask one question after another, each over a connection of its own that stays open. */
export async function askAll(
  questions: readonly Question[],
  { clients, seconds }: { clients: number; seconds: number },
): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const times: number[] = []
  let next = 0
  const started = performance.now()
  const end = started + seconds * 1000
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        const question = questions[next++ % questions.length]!
        const before = performance.now()
        await ask(question, agent)
        times.push(performance.now() - before)
      }
    }),
  )
  const took = (performance.now() - started) / 1000
  agent.destroy()
  return figuresOf(times, took)
}

/** The answer's text. @throws Error when it is none */
export async function ask({ path, asker }: Question, agent?: Agent): Promise<string> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(`${asker.address}${path}`, { headers: asker.headers, agent }, resolve).on('error', reject).end()
  })
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  if (response.statusCode !== 200)
    throw new Error(`${path} answered ${response.statusCode}: ${text.slice(0, 400)}`)
  return text
}

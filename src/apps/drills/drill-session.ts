import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The headers of somebody who is signed in at a server of the drill. */
export type DrillSession = Readonly<Record<string, string>>

/** Signs one of the fictional city's sample people in. */
export async function signInAs(username: string, address: string, dataFolder: string): Promise<DrillSession> {
  const passwords = JSON.parse(readFileSync(join(dataFolder, 'sample-sign-ins.json'), 'utf8'))
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: passwords[username] }),
  })
  if (!answer.ok) throw new Error(`Sign-in answered ${answer.status}: ${await answer.text()}`)
  const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!
  const { csrfToken } = (await answer.json()) as { csrfToken: string }
  return { cookie, 'x-csrf-token': csrfToken }
}

/** One JSON request that must go well. @throws Error with what was answered */
export async function ask<T>(
  address: string,
  session: DrillSession,
  { path, body, method = 'POST' }: { path: string; body?: unknown; method?: string },
): Promise<T> {
  const json = body === undefined ? {} : { 'content-type': 'application/json' }
  const payload = body instanceof FormData ? body : body === undefined ? undefined : JSON.stringify(body)
  const headers = body instanceof FormData ? session : { ...session, ...json }
  const answer = await fetch(`${address}${path}`, { method, headers, body: payload })
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as T
}

import type { APIResponse, Browser, BrowserContext } from 'playwright-core'
import type { Clock } from '../../src/kernel/clock.ts'
import { codeOfStep, stepOf } from '../../src/modules/identity/index.ts'
import type { RunningQuarterdeck } from '../open-quarterdeck.ts'
import { DESK } from '../visitor.ts'
import { LOCALE } from './words.ts'

/** Somebody with a browser of their own, signed in without a screen. */
export interface Person {
  readonly context: BrowserContext
  read(path: string): Answered
  readFile(path: string): Promise<Buffer>
  send(method: 'post' | 'put' | 'patch', path: string, data?: object): Answered
  sendFile(path: string, file: GivenFile, method?: 'post' | 'put'): Answered
}

/** As Playwright types it: whatever the server says. */
type Answered = ReturnType<APIResponse['json']>

interface GivenFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

interface House extends RunningQuarterdeck {
  readonly clock: Clock
}

/** Opens a browser and signs in as a person of the sample; nobody's stays signed out. */
export async function personOf(browser: Browser, house: House, username?: string): Promise<Person> {
  const context = await browser.newContext({ viewport: DESK, locale: LOCALE, reducedMotion: 'reduce' })
  await context.addInitScript(`localStorage.setItem('quarterdeck.locale', '${LOCALE}')`)
  const headers: Record<string, string> = {}
  const answerOf = async (answer: APIResponse) => {
    if (!answer.ok()) throw new Error(`${answer.url()}: ${await answer.text()}`)
    return answer.status() === 204 ? undefined : answer.json()
  }
  const person: Person = {
    context,
    read: async (path) => answerOf(await context.request.get(`${house.address}${path}`)),
    readFile: async (path) => (await context.request.get(`${house.address}${path}`)).body(),
    send: async (method, path, data) =>
      answerOf(await context.request[method](`${house.address}${path}`, { headers, ...(data && { data }) })),
    sendFile: async (path, file, method = 'post') =>
      answerOf(await context.request[method](`${house.address}${path}`, { headers, multipart: { file } })),
  }
  if (username === undefined) return person
  const session = await person.send('post', '/api/session', {
    username,
    password: house.passwords[username],
  })
  headers['x-csrf-token'] = session.csrfToken
  return person
}

/** Sets up the second factor that administrators must have. */
export async function enrol(person: Person, password: string, clock: Clock): Promise<void> {
  const { secret } = await person.send('post', '/api/account/second-factor/begin', { password })
  const bits = [...secret]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const bytes = bits.match(/.{8}/g)!.map((eight) => Number.parseInt(eight, 2))
  const code = codeOfStep(Uint8Array.from(bytes), stepOf(clock.now()))
  await person.send('post', '/api/account/second-factor/confirm', { code })
}

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { sendAgain } from './send-again.ts'

const sent: (string | null)[] = []
const answers: (() => Response)[] = []

beforeEach(() => {
  sent.length = 0
  answers.length = 0
  vi.useFakeTimers()
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push(`${request.headers.get('idempotency-key')} ${await request.text()}`)
    return answers.shift()!()
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const write = (headers: Record<string, string> = { 'idempotency-key': 'one-key' }) =>
  sendAgain(new Request('http://city.example/api/items', { method: 'POST', body: '{"title":"x"}', headers }))
const lost = () => {
  throw new TypeError('the connection broke')
}
const of = (status: number) => () => new Response(null, { status })

async function settled(answer: Promise<Response>): Promise<number | string> {
  const told = answer.then(({ status }) => status).catch((error: Error) => error.message)
  await vi.runAllTimersAsync()
  return told
}

it('sends a write whose answer was lost again, whole and under the same key, until it is answered', async () => {
  answers.push(lost, of(503), of(201))
  expect(await settled(write())).toBe(201)
  expect(sent).toEqual(Array(3).fill('one-key {"title":"x"}'))
})

it('asks again for what became of a write that is still under way, and leaves any other conflict to the person', async () => {
  const conflict = (code: string) => () => Response.json({ code }, { status: 409 })
  answers.push(lost, conflict('kernel.request-repeated'), of(201))
  expect(await settled(write())).toBe(201)
  answers.push(conflict('ledger.item-changed'))
  expect(await settled(write())).toBe(409)
  expect(sent).toHaveLength(4)
})

it('gives up after the third, and tells what the third was told', async () => {
  answers.push(lost, lost, of(503))
  expect(await settled(write())).toBe(503)
})

it('sends nothing twice that was answered, has no key, or while the device is offline', async () => {
  answers.push(of(500), lost, lost)
  expect(await settled(write())).toBe(500)
  expect(await settled(write({}))).toBe('the connection broke')
  vi.stubGlobal('navigator', { onLine: false })
  expect(await settled(write())).toBe('the connection broke')
  expect(sent).toHaveLength(3)
})

import { expect, it } from 'vitest'
import { openOutbox, type Waiting } from './outbox.ts'
import { type Sent, sendWaiting } from './send-waiting.ts'

const memory = () => {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
    kept,
  }
}
const note = (id: string): Waiting => ({ kind: 'note', body: { id, kind: 'note', text: id } })
const speech = (id: string, act: 'start' | 'stop'): Waiting => ({
  kind: 'speech',
  body: { id, unitId: 'u', do: act, at: '2025-01-10T06:00:00Z' },
})
const ids = (entries: readonly Waiting[]) => entries.map(({ body }) => body.id)

it('outlives the page, and is gone from the device when all was sent', async () => {
  const store = memory()
  openOutbox(store, 'box').add(note('a'))
  const reopened = openOutbox(store, 'box')
  expect(ids(reopened.all())).toEqual(['a'])
  expect(await sendWaiting(reopened, async () => ({ is: 'taken' }))).toEqual({ isTaken: true, isLost: false })
  expect(store.kept.size).toBe(0)
})

it('sends in order until the server is gone, and goes on from there', async () => {
  const outbox = openOutbox(memory(), 'box')
  for (const entry of [speech('s', 'start'), note('a'), speech('s', 'stop'), note('b')]) outbox.add(entry)
  const told: string[] = []
  const send =
    (reach: number) =>
    async (entry: Waiting): Promise<Sent> => {
      if (told.length === reach) return { is: 'lost' }
      told.push(entry.kind === 'note' ? entry.body.id : entry.body.do)
      return { is: 'taken' }
    }
  expect(await sendWaiting(outbox, send(2))).toEqual({ isTaken: true, isLost: true })
  expect(outbox.all()).toHaveLength(2)
  await sendWaiting(outbox, send(99))
  expect(told).toEqual(['start', 'a', 'stop', 'b'])
})

it('keeps what is refused, with the sentence, and sends it no more', async () => {
  const outbox = openOutbox(memory(), 'box')
  outbox.add(note('a'))
  outbox.add(note('b'))
  let sendings = 0
  const send = async ({ body }: Waiting): Promise<Sent> => {
    sendings++
    return body.id === 'a' ? { is: 'refused', sentence: 'no' } : { is: 'taken' }
  }
  await sendWaiting(outbox, send)
  await sendWaiting(outbox, send)
  expect(outbox.all()).toEqual([{ ...note('a'), refusal: 'no' }])
  expect(sendings).toBe(2)
})

it('begins anew where the device holds something that is no outbox', () => {
  const store = memory()
  store.setItem('box', '{"half')
  expect(openOutbox(store, 'box').all()).toEqual([])
})

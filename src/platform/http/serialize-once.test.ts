import { expect, it } from 'vitest'
import { z } from 'zod'
import { serializeOnce } from './serialize-once.ts'

const route = (schema: z.ZodType) =>
  serializeOnce({ schema, method: 'GET', url: '/', httpStatus: '200' } as Parameters<typeof serializeOnce>[0])

it('writes an answer that is handed out again once, each route by its own schema', () => {
  let looks = 0
  const name = z.string().check(() => {
    looks++
  })
  const [one, other] = [route(z.object({ name })), route(z.object({ count: z.int() }))]
  const kept = { name: '事项', count: 2 }
  const texts = [one(kept), one(kept), other(kept)].map(String)
  expect(texts).toEqual(['{"name":"事项"}', '{"name":"事项"}', '{"count":2}'])
  expect(looks).toBe(1)
  expect(one(kept)).toBe(one(kept))
  expect(String(one({ ...kept, name: '另一项' }))).toBe('{"name":"另一项"}')
})

it('refuses an answer that is not as declared, also the second time', () => {
  const one = route(z.object({ count: z.int() }))
  const wrong = { count: 'two' }
  expect(() => one(wrong)).toThrow()
  expect(() => one(wrong)).toThrow()
})

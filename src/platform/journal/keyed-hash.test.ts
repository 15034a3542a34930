import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keyedHash } from './keyed-hash.ts'

it.each(['sha256', 'sm3'] as const)('%s with a key is HMAC, whatever key and text', (algorithm) => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 3000 }), fc.string({ maxLength: 100 }))
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 150 }), fc.array(text, { minLength: 1 }), (key, texts) => {
      const hash = keyedHash(algorithm, key)
      for (const each of texts) {
        expect(hash(each)).toBe(createHmac(algorithm, key).update(each).digest('hex'))
      }
    }),
  )
})

import { expect, it } from 'vitest'
import { saysAsMuch } from './says-as-much.ts'

const former = { rows: [{ key: 'a', value: '1', note: null }], first: 1 }

it('A table that was frozen before a field was added is still the same table', () => {
  const now = { rows: [{ key: 'a', value: '1', note: null, added: 'x' }], first: 1, ratio: null }
  expect(saysAsMuch(now, former)).toBe(true)
  expect(saysAsMuch(former, now)).toBe(false)
})

it.each([
  [{ rows: [{ key: 'a', value: '2', note: null }], first: 1 }],
  [{ rows: [{ key: 'a', value: '1' }], first: 1 }],
  [{ rows: [...former.rows, ...former.rows], first: 1 }],
  [{ rows: { 0: former.rows[0] }, first: 1 }],
  [null],
])('and another one is another: %j', (now) => expect(saysAsMuch(now, former)).toBe(false))

import { expect, it } from 'vitest'
import { TwoGenerations } from './two-generations.ts'

const entry = (bytes: number) => ({ bytes })

it('keeps what is used and lets the rest go when it is full', () => {
  const kept = new TwoGenerations<{ bytes: number }>(100)
  const used = entry(10)
  kept.set(1, used)
  kept.set(2, entry(10))
  for (let key = 3; key < 40; key++) {
    kept.set(key, entry(10))
    expect(kept.get(1)).toBe(used)
  }
  expect(kept.get(2)).toBeUndefined()
})

it('counts what an entry has grown by', () => {
  const kept = new TwoGenerations<{ bytes: number }>(100)
  const growing = { bytes: 0 }
  kept.set(1, growing)
  for (let turn = 0; turn < 3; turn++) {
    growing.bytes += 60
    kept.grow(1, growing, 60)
    kept.set(turn + 2, entry(60))
  }
  expect(kept.get(1)).toBeUndefined()
})

it('forgets what is deleted', () => {
  const kept = new TwoGenerations<{ bytes: number }>(100)
  kept.set(1, entry(10))
  kept.delete(1)
  expect(kept.get(1)).toBeUndefined()
  kept.set(2, entry(10))
  kept.clear()
  expect(kept.get(2)).toBeUndefined()
})

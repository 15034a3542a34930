import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createLagFloor } from './lag-floor.ts'
import { formatPosition, laterOf, parsePosition } from './log-position.ts'

it('reads and writes positions of the log as PostgreSQL does', () => {
  expect(parsePosition('16/B374D848')).toBe(0x16_b374d848n)
  expect(formatPosition(0x16_b374d848n)).toBe('16/B374D848')
  for (const text of ['', '16', '16/', 'G/1', '1/123456789', "0/0'; --", null, undefined])
    expect(parsePosition(text)).toBeUndefined()
  expect([laterOf(1n, undefined), laterOf(undefined, 2n), laterOf(1n, 2n), laterOf(2n, 1n)]).toEqual([
    1n,
    2n,
    2n,
    2n,
  ])
})

// What was committed longer ago than the limit is behind the floor, so a standby above the floor shows it.
it('lets no standby pass that lacks something older than the limit', () => {
  const steps = fc.array(fc.record({ afterMs: fc.integer({ min: 1, max: 400 }), log: fc.bigInt(0n, 50n) }), {
    maxLength: 60,
  })
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 2000 }), (all, limitMs) => {
      const floor = createLagFloor(limitMs)
      const commits: { atMs: number; position: bigint }[] = []
      let [nowMs, position] = [0, 0n]
      for (const { afterMs, log } of all) {
        nowMs += afterMs
        position += log
        commits.push({ atMs: nowMs, position })
        floor.note(nowMs, position)
        const least = floor.at(nowMs)!
        const old = commits.filter(({ atMs }) => atMs < nowMs - limitMs).at(-1)
        if (old && least < old.position) return false
        if (floor.ageMs(nowMs, position) !== 0) return false
      }
      return floor.at(nowMs + limitMs + 1) === undefined
    }),
    { numRuns: 200 },
  )
})

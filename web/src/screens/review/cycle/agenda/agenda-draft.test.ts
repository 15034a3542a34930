import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { draftOf, movePoint, pointsOf, startTimes } from './agenda-draft.ts'

describe('moving a point', () => {
  it('keeps every point once, puts it where asked, and leaves the others in their order', () => {
    const place = fc.integer({ min: 0, max: 8 })
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 8 }), place, place, (all, a, b) => {
        const [from, to] = [a % all.length, b % all.length]
        const moved = movePoint(all, from, to)
        expect(moved[to]).toBe(all[from])
        expect(moved.filter((each) => each !== all[from])).toEqual(all.filter((each) => each !== all[from]))
      }),
      { numRuns: 50 },
    )
  })

  it('stops at the ends', () => {
    expect(movePoint(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
    expect(movePoint(['a', 'b'], 0, 9)).toEqual(['b', 'a'])
    expect(movePoint(['a', 'b'], 7, 0)).toEqual(['a', 'b'])
  })
})

test('begins follow from the minutes before, in the city and past noon', () => {
  const points = [{ minutes: 10 }, { minutes: 180 }, { minutes: 5 }]
  expect(startTimes('2024-04-15T01:00:00.000Z', points)).toEqual(['09:00', '09:10', '12:10'])
})

test('what is sent is what was read: units by id, other points by title', () => {
  const agenda = [
    { position: 1, kind: 'speech' as const, unitId: 'u1', title: 'North', minutes: 8 },
    { position: 2, kind: 'other' as const, unitId: null, title: 'Break', minutes: 15 },
  ]
  expect(pointsOf(draftOf(agenda))).toEqual([
    { kind: 'speech', unitId: 'u1', title: 'North', minutes: 8 },
    { kind: 'other', title: 'Break', minutes: 15 },
  ])
})

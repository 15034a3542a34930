import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forgottenByUnit, resolvedShare } from './count-fates.ts'
import { lastDayOf, meetingsInTime, nextMeetings } from './review-line.ts'
import type { Fate } from './shortfall-fate.ts'
import { type TwinPart, twinsOf } from './twins-of.ts'

const meeting = (review: string, at: string) => ({ review, period: review, at })

test('the meetings of the city follow each other, each once, by the day that its cycle says', () => {
  const reported = [meeting('2024Q1', '2024-04'), meeting('2023Q1', '2023-04')]
  const inTime = meetingsInTime([meeting('2024Q1', '2024-04-10'), meeting('2024Q2', '2024-07-09')], reported)
  expect(inTime.map(({ at }) => at)).toEqual(['2023-04', '2024-04-10', '2024-07-09'])
  const next = nextMeetings(inTime)
  expect(next.get('2023Q1')?.review).toBe('2024Q1')
  expect(next.get('2024Q2')).toBeNull()
})

test.each([
  ['2024-02', '2024-02-29'],
  ['2023', '2023-12-31'],
  ['2024-04-10', '2024-04-10'],
])('%s lasts until %s', (at, day) => {
  expect(lastDayOf(at)).toBe(day)
})

const fate = fc.constantFrom<Fate>(
  'too-early',
  'resolved',
  'improving',
  'unchanged',
  'came-back',
  'followed',
  'forgotten',
)
const fated = fc.array(fc.record({ id: fc.uuid(), unitId: fc.constantFrom('a', 'b', 'c'), fate }), {
  maxLength: 20,
})

test('shares are of what could be judged, and every forgotten shortfall is named once', () => {
  fc.assert(
    fc.property(fated, (shortfalls) => {
      const early = shortfalls.filter((one) => one.fate === 'too-early').length
      const { numerator, denominator } = resolvedShare(shortfalls)
      expect([numerator, denominator]).toEqual([
        shortfalls.filter((one) => one.fate === 'resolved').length,
        shortfalls.length - early,
      ])
      const named = forgottenByUnit(shortfalls).flatMap((unit) => unit.shortfallIds)
      expect(named.toSorted()).toEqual(
        shortfalls.flatMap((one) => (one.fate === 'forgotten' ? one.id : [])).toSorted(),
      )
      for (const unit of forgottenByUnit(shortfalls)) {
        expect(unit.denominator).toBe(
          shortfalls.filter((one) => one.unitId === unit.unitId && one.fate !== 'too-early').length,
        )
      }
    }),
  )
})

const part = (id: string, kind: TwinPart['kind'], matterId: string | null = null): TwinPart => ({
  id,
  kind,
  unitId: 'u',
  review: '2024Q1',
  matterId,
})

test('a line that was printed, and wordings of one matter, are one shortfall of a review', () => {
  const parts = [
    part('s1', 'statement'),
    part('l1', 'line'),
    part('s2', 'statement', 'm'),
    part('l2', 'line', 'm'),
  ]
  expect(twinsOf(parts, [['l1', 's1']]).map((twins) => twins.map(({ id }) => id))).toEqual([
    ['s1', 'l1'],
    ['s2', 'l2'],
  ])
})

test('once the report is in, a line that stands in no printed sentence is not counted beside them', () => {
  expect(
    twinsOf([part('s1', 'statement'), part('l1', 'line')], [])
      .flat()
      .map(({ id }) => id),
  ).toEqual(['s1'])
  expect(
    twinsOf([part('l1', 'line')], [])
      .flat()
      .map(({ id }) => id),
  ).toEqual(['l1'])
})

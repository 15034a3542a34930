import { expect, it } from 'vitest'
import type { Fate, OverTime } from '../../../api/review-over-time.ts'
import { ALL, forgottenBy, listedShortfalls } from './listed-shortfalls.ts'

const shortfall = (id: string, fate: Fate) => ({
  ...{ kind: 'statement' as const, id, unitId: 'north', text: id, period: null, href: '/' },
  ...{ matterId: null, fate, resolvedOn: null, items: 0 },
})
const review = (name: string, shortfalls: ReturnType<typeof shortfall>[]) =>
  ({ review: name, shortfalls }) as unknown as OverTime['reviews'][number]
const overTime = {
  reviews: [
    review('2023Q1', [shortfall('a', 'resolved'), shortfall('b', 'forgotten')]),
    review('2023Q2', [shortfall('c', 'too-early'), shortfall('d', 'resolved')]),
  ],
  forgotten: [{ unitId: 'north', numerator: 1, denominator: 3, shortfallIds: ['b'] }],
}
const ids = (list?: string, fate?: string) =>
  listedShortfalls(overTime, { ...(list && { list }), ...(fate && { fate }) })?.map(({ id }) => id)

it('lists exactly what a numerator and a denominator count', () => {
  expect(ids(ALL)).toEqual(['a', 'b', 'd'])
  expect(ids(ALL, 'resolved')).toEqual(['a', 'd'])
  expect(ids('2023Q2')).toEqual(['d'])
  expect(ids('2023Q2', 'too-early')).toEqual(['c'])
  expect(ids(forgottenBy('north'))).toEqual(['b'])
})

it('lists nothing for a review that is not there, and opens no list by itself', () => {
  expect(ids('1999Q1')).toEqual([])
  expect(ids()).toBeUndefined()
})

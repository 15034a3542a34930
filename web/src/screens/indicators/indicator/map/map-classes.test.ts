import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mapClasses } from './map-classes.ts'

it('parts units into about equally many', () => {
  expect(mapClasses([5, 1, 2, 3, 4, 6, 7])).toEqual([
    { from: 1, to: 2, count: 2 },
    { from: 3, to: 5, count: 3 },
    { from: 6, to: 7, count: 2 },
  ])
  expect(mapClasses([])).toEqual([])
  expect(mapClasses([3])).toEqual([{ from: 3, to: 3, count: 1 }])
})

it('never parts equal values, loses none and overlaps nowhere', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 5 })), (values) => {
      const classes = mapClasses(values)
      expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(values.length)
      for (const [at, { from, to, count }] of classes.entries()) {
        expect(values.filter((value) => value >= from && value <= to)).toHaveLength(count)
        if (at > 0) expect(from).toBeGreaterThan(classes[at - 1]!.to)
      }
    }),
  )
})

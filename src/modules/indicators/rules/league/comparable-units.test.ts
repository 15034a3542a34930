import { describe, expect, it } from 'vitest'
import { cohortOn, type Membership } from './cohort-on.ts'
import { comparableUnits } from './comparable-units.ts'
import { columnOf, everyone } from './testing.ts'

const always = (unit: number): Membership => ({ unit, from: null, to: null })

describe('A cohort on a day', () => {
  // Unit 2 went into unit 1 on 4 November 2015; unit 3 joined on 22 July 2016; unit 4 left without a successor.
  const memberships: Membership[] = [
    always(1),
    { unit: 2, from: null, to: '2015-11-04', successor: 1 },
    { unit: 3, from: '2016-07-22', to: null },
    { unit: 4, from: null, to: '2016-01-01' },
  ]

  it.each([
    ['2015-11-03', [1, 2, 4]],
    ['2015-11-04', [1, 4]],
    ['2016-01-01', [1]],
    ['2016-07-21', [1]],
    ['2016-07-22', [1, 3]],
  ])('%s', (day, members) => {
    expect(cohortOn(memberships, day).members).toEqual(members)
  })

  it('tells what became of the others', () => {
    expect(cohortOn(memberships, '2016-03-01').outside).toEqual([
      { unit: 2, mergedInto: 1 },
      { unit: 3, mergedInto: null },
      { unit: 4, mergedInto: null },
    ])
  })

  it('a unit that left and came back is a member once', () => {
    const twice: Membership[] = [
      { unit: 1, from: null, to: '2010-01-01' },
      { unit: 1, from: '2012-01-01', to: null },
    ]
    expect(cohortOn(twice, '2011-01-01')).toMatchObject({
      members: [],
      outside: [{ unit: 1, mergedInto: null }],
    })
    expect(cohortOn(twice, '2012-01-01')).toMatchObject({ members: [1], outside: [] })
  })
})

describe('Comparable units', () => {
  it('lists each other unit apart with the first reason that holds', () => {
    const { cohort } = everyone(7)
    const { compared, apart } = comparableUnits(columnOf([10, 20, 30, 40, undefined, null, 70, 80, 90]), {
      cohort: {
        ...cohort,
        outside: [
          { unit: 8, mergedInto: 1 },
          { unit: 9, mergedInto: null },
          { unit: 10, mergedInto: null },
        ],
      },
      base: {
        column: columnOf(
          [30, 29.9, 31, null, 50, 50, 50].map((n) => n && n * 10),
          { scale: 1 },
        ),
        minimum: '30.00',
      },
      excluded: new Map([[7, 'no farmland']]),
      definitionBreaks: new Set([3]),
    })
    expect(compared).toEqual([{ unit: 1, value: 10 }])
    expect(apart).toEqual([
      { unit: 2, reason: 'below-base' },
      { unit: 3, reason: 'definition-break' },
      { unit: 4, reason: 'base-missing' },
      { unit: 5, reason: 'not-reported' },
      { unit: 6, reason: 'withdrawn' },
      { unit: 7, reason: 'excluded', note: 'no farmland' },
      { unit: 8, reason: 'merged', mergedInto: 1 },
      { unit: 9, reason: 'not-in-cohort' },
    ])
  })
})

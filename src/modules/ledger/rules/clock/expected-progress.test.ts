import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays } from '../../../../kernel/day.ts'
import { makeCalendar } from '../../../../kernel/working-calendar.ts'
import { readNationalCalendar } from '../../../../kernel/working-calendar-pack.ts'
import { expectedProgress } from './expected-progress.ts'
import type { Fraction } from './fraction.ts'
import type { Plan } from './plan.ts'
import { timePassed } from './time-passed.ts'

const equals = ({ numerator, denominator }: Fraction, [n, d]: readonly [number, number]) =>
  numerator * d === n * denominator
const year = (of: number) => ({ startOn: `${of}-01-01`, dueOn: `${of}-12-31` })

describe('time passed', () => {
  // DOMAIN.md 1.3: 时间过半、任务过半; 铜梁 2024, January to September 75 %; 宣城 2020, January to November 11/12.
  it.each([
    ['2023-06-30', 1, 2],
    ['2024-06-30', 1, 2],
    ['2024-09-30', 3, 4],
    ['2020-11-30', 11, 12],
    ['2024-01-31', 1, 12],
    ['2024-02-15', 44, 348],
    ['2023-12-31', 1, 1],
    ['2022-12-31', 0, 1],
  ])('of a year by %s is %i/%i', (asOf, n, d) => {
    const of = Number(asOf.slice(0, 4)) + (asOf === '2022-12-31' ? 1 : 0)
    expect(equals(timePassed(year(of), asOf), [n, d])).toBe(true)
  })

  it('inside one month goes by days', () => {
    const span = { startOn: '2024-04-11', dueOn: '2024-04-20' }
    expect(equals(timePassed(span, '2024-04-11'), [1, 10])).toBe(true)
    expect(equals(timePassed(span, '2024-04-17'), [7, 10])).toBe(true)
  })

  it('goes by working days when a calendar is given', () => {
    const calendar = makeCalendar({ national: readNationalCalendar() })
    const span = { startOn: '2024-09-30', dueOn: '2024-10-11' }
    expect(equals(timePassed(span, '2024-10-07', calendar), [1, 5])).toBe(true)
    expect(
      equals(timePassed({ startOn: '2024-10-01', dueOn: '2024-10-03' }, '2024-10-02', calendar), [0, 1]),
    ).toBe(true)
  })

  it('only grows, from above nothing on the first day to everything on the last', () => {
    const day = fc.nat(4000).map((count) => addDays('2019-01-01', count))
    fc.assert(
      fc.property(day, fc.nat(2000), fc.nat(2100), (startOn, length, at) => {
        const span = { startOn, dueOn: addDays(startOn, length) }
        const [a, b] = [timePassed(span, addDays(startOn, at)), timePassed(span, addDays(startOn, at + 1))]
        expect(Number.isInteger(a.numerator) && Number.isInteger(a.denominator)).toBe(true)
        expect(a.numerator > 0 && a.numerator <= a.denominator).toBe(true)
        const grows =
          BigInt(a.numerator) * BigInt(b.denominator) < BigInt(b.numerator) * BigInt(a.denominator)
        expect(grows).toBe(at < length)
        expect(timePassed(span, addDays(startOn, -1)).numerator).toBe(0)
      }),
    )
  })
})

describe('a node plan', () => {
  const plan: Plan = {
    kind: 'nodes',
    nodes: [
      { name: '开工', on: '2024-03-01', progress: 10 },
      { name: '封顶', on: '2024-06-30', progress: 62.5 },
      { name: '竣工', on: '2024-10-31', progress: 100 },
    ],
  }
  it.each([
    ['2024-02-29', 0, 1],
    ['2024-03-01', 1, 10],
    ['2024-06-29', 1, 10],
    ['2024-06-30', 5, 8],
    ['2024-12-31', 1, 1],
  ])('by %s expects %i/%i', (asOf, n, d) => {
    expect(equals(expectedProgress(plan, { startOn: null, dueOn: null }, asOf)!, [n, d])).toBe(true)
  })
})

test('a linear plan without a start or a deadline expects nothing that could be compared', () => {
  const linear = { kind: 'linear' } as const
  expect(expectedProgress(linear, { startOn: null, dueOn: '2024-12-31' }, '2024-06-30')).toBeNull()
  expect(expectedProgress(linear, { startOn: '2024-01-01', dueOn: null }, '2024-06-30')).toBeNull()
})

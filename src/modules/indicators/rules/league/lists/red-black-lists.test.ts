import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankColumn } from '../rank-column.ts'
import { columnOf, everyone } from '../testing.ts'
import type { ListRules } from './list-rules.ts'
import { presetLists } from './presets.ts'
import { redBlackLists, type TargetOutcome } from './red-black-lists.ts'

const mianyang = presetLists()[0]!
const rankingOf = (scores: number[]) =>
  rankColumn(columnOf(scores), {
    rules: { direction: { kind: 'higher' }, ties: 'standard', missing: 'apart' },
    comparability: everyone(scores.length),
  })

interface Case {
  scores: number[]
  outcomes: TargetOutcome[]
  exempt?: Record<number, string>
  field?: string
  rules?: ListRules
}
const listsOf = ({ scores, outcomes, exempt = {}, field = 'counties', rules = mianyang }: Case) =>
  redBlackLists({
    rules,
    field,
    ranking: rankingOf(scores),
    outcomes: new Map(outcomes.map((outcome, at) => [at + 1, outcome])),
    exempt: new Map(Object.entries(exempt).map(([unit, key]) => [Number(unit), key])),
  })
const unitsOf = ({ listed }: { listed: readonly { unit: number }[] }) => listed.map(({ unit }) => unit)

describe('绵阳', () => {
  const scores = [99, 98, 97, 96, 95, 94, 93, 92, 91, 90, 89]

  it('red needs more than the target, black a missed one; both come out shorter and say why', () => {
    const { red, black } = listsOf({
      scores,
      outcomes: ['above', 'on', 'above', 'below', 'above', 'above', 'below', 'below', 'on', 'below', 'below'],
      exempt: { 10: 'force-majeure' },
    })
    expect(unitsOf(red)).toEqual([1, 3, 5])
    expect(red.passedOver).toEqual([
      { unit: 2, rank: 2, reason: 'outcome' },
      { unit: 4, rank: 4, reason: 'outcome' },
    ])
    expect(unitsOf(black)).toEqual([11, 8])
    expect(black.passedOver).toEqual([
      { unit: 10, rank: 10, reason: 'exempt', exemption: 'force-majeure' },
      { unit: 9, rank: 9, reason: 'outcome' },
    ])
    expect([red.quota, black.quota]).toEqual([5, 4])
  })

  it('has smaller quotas for departments', () => {
    const { red, black } = listsOf({
      scores,
      field: 'departments',
      outcomes: scores.map((_, at) => (at < 5 ? 'above' : 'below')),
    })
    expect([unitsOf(red).length, unitsOf(black).length]).toEqual([4, 3])
    expect(() => listsOf({ scores, outcomes: [], field: 'parks' })).toThrow(RangeError)
  })

  it('puts nobody on a list whose outcome is not known, nor exempts for a reason that it does not have', () => {
    const { red, black } = listsOf({
      scores: [5, 4, 3, 2, 1, 0],
      outcomes: [null, 'above', 'above', 'below', 'below', null],
      exempt: { 5: 'sympathy' },
    })
    expect(red.passedOver).toContainEqual({ unit: 1, rank: 1, reason: 'outcome-unknown' })
    expect(unitsOf(black)).toEqual([5, 4])
  })

  it('on the edge of the quota all that share the place, or none', () => {
    const tied: Case = { scores: [9, 8, 7, 6, 5, 5, 1, 1, 1, 1], outcomes: Array(10).fill('above') }
    expect(unitsOf(listsOf(tied).red)).toEqual([1, 2, 3, 4, 5, 6])
    const strict = listsOf({ ...tied, rules: { ...mianyang, tiesAtEdge: 'none' } }).red
    expect(unitsOf(strict)).toEqual([1, 2, 3, 4])
    expect(strict.passedOver.map(({ reason }) => reason)).toEqual(['tied-at-edge', 'tied-at-edge'])
  })
})

it('equals a list made by counting who is better or worse; without ties at the edge never above the quota', () => {
  const unit = fc.record({
    score: fc.integer({ min: 0, max: 6 }),
    outcome: fc.constantFrom<TargetOutcome[]>('above', 'on', 'below', null),
    isExempt: fc.boolean(),
  })
  fc.assert(
    fc.property(
      fc.array(unit, { maxLength: 14 }),
      fc.constantFrom<ListRules['tiesAtEdge'][]>('all', 'none'),
      (units, tiesAtEdge) => {
        const { red, black } = listsOf({
          scores: units.map(({ score }) => score),
          outcomes: units.map(({ outcome }) => outcome),
          exempt: Object.fromEntries(
            units.flatMap(({ isExempt }, at) => (isExempt ? [[at + 1, 'force-majeure']] : [])),
          ),
          rules: { ...mianyang, tiesAtEdge },
        })
        // Whoever is inside the quota even if all equals stood before it, or (all) even if none of them did.
        const isWithin = (at: number, quota: number, isBefore: (a: number, b: number) => boolean) => {
          const own = units[at]!.score
          const before = units.filter(({ score }) => isBefore(score, own)).length
          const same = units.filter(({ score }) => score === own).length
          return tiesAtEdge === 'all' ? before < quota : before + same <= quota
        }
        const indices = [...units.keys()]
        const sorted = (all: number[]) => [...all].sort((a, b) => a - b)
        expect(sorted(unitsOf(red))).toEqual(
          indices
            .filter((at) => isWithin(at, 5, (a, b) => a > b) && units[at]!.outcome === 'above')
            .map((at) => at + 1),
        )
        expect(sorted(unitsOf(black))).toEqual(
          indices
            .filter((at) => isWithin(at, 4, (a, b) => a < b))
            .filter((at) => units[at]!.outcome === 'below' && !units[at]!.isExempt)
            .map((at) => at + 1),
        )
        if (tiesAtEdge === 'none') {
          expect(red.listed.length).toBeLessThanOrEqual(5)
          expect(black.listed.length).toBeLessThanOrEqual(4)
        }
      },
    ),
  )
})

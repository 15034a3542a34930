import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReport } from '../../../reports/index.ts'
import { checkFigures } from './check-figures.ts'

const told = (text: string) => checkFigures(readReport(text))

/** Numbers of one small city that agree with one another, and the notice that prints them. */
interface Facts {
  readonly before: number
  readonly now: number
  readonly parts: readonly [number, number, number]
  readonly done: number
}

const facts: fc.Arbitrary<Facts> = fc
  .record({
    before: fc.integer({ min: 2000, max: 8000 }),
    parts: fc.tuple(
      fc.integer({ min: 1000, max: 4000 }),
      fc.integer({ min: 500, max: 2500 }),
      fc.integer({ min: 501, max: 2400 }),
    ),
    share: fc.integer({ min: 300, max: 990 }),
  })
  .map(({ before, parts, share }) => {
    const now = parts[0] + parts[1] + parts[2]
    return { before, now, parts, done: Math.floor((now * share) / 1000) }
  })
  // Growing, and nothing on the edge between two rounded places.
  .filter(
    ({ before, now, done }) => now > before + 50 && [(now - before) / before, done / now].every(isClear),
  )

function isClear(quotient: number): boolean {
  const rest = Math.abs((quotient * 1000) % 1)
  return rest < 0.49 || rest > 0.51
}

const tenths = (quotient: number) => (Math.round(quotient * 1000) / 10).toFixed(1)

function notice(
  { before, now, parts, done }: Facts,
  change: Partial<Record<'growth' | 'sum' | 'rate' | 'gap', number>> = {},
) {
  const growth = Number(tenths((now - before) / before)) + (change.growth ?? 0)
  const rate = Number(tenths(done / now)) + (change.rate ?? 0)
  return `泊江市事项办理情况

全市受理事项${now + (change.sum ?? 0)}件，分为咨询${parts[0]}件、求助${parts[1]}件、投诉${parts[2]}件。
受理量从${before}件增加到${now}件，增加${now - before + (change.gap ?? 0)}件，各区总体平稳。
受理量从${before}件增加到${now}件，增长${growth.toFixed(1)}%。
受理各类事项${now}件，其中按期办结${done}件，办结率${rate.toFixed(1)}%。`
}

describe('A text whose numbers agree', () => {
  it('gives no finding, and each single slip in it gives one', () => {
    const slip = fc.constantFrom('growth', 'rate', 'sum', 'gap')
    fc.assert(
      fc.property(facts, slip, (given, which) => {
        expect(told(notice(given))).toEqual([])
        const by = which === 'growth' || which === 'rate' ? 2 : 90
        expect(told(notice(given, { [which]: by })).length).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })

  it('stays quick on a line that no person wrote', () => {
    for (const text of [
      '从1%'.repeat(1000),
      '其中1个、'.repeat(1000),
      '第1位由'.repeat(1000),
      `${'一'.repeat(30_000)}第二`,
      '1|'.repeat(1000),
    ])
      expect(Array.isArray(told(text))).toBe(true)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankColumn } from '../league/rank-column.ts'
import { columnOf, everyone, someValues } from '../league/testing.ts'
import { judgeExternalRank, judgeRank } from './judge-rank.ts'
import { finding } from './verdict.ts'
import { weighVintages } from './weigh-vintages.ts'
import { yearStanding } from './year-standing.ts'

type Values = (number | null | undefined)[]

/** Unit 1's standings, newest year first, beginning with 2023. */
const standings = (years: (Values | null)[]) =>
  years.map((values, back) => {
    const rules = { direction: { kind: 'higher' }, ties: 'standard', missing: 'apart' } as const
    const ranking = values && rankColumn(columnOf(values), { rules, comparability: everyone(values.length) })
    return yearStanding(String(2023 - back), ranking, 1)
  })
const judged = (position: number | null, streakYears: number | null, years: (Values | null)[]) =>
  judgeRank({ position, streakYears }, standings(years))

describe('A claimed place', () => {
  it('holds with the numbers that decide', () => {
    expect(judged(1, null, [[9, 8, 7]])).toEqual({
      verdict: 'confirmed',
      reasons: ['rank-holds'],
      numbers: [
        {
          period: '2023',
          rank: 1,
          better: 0,
          sharedBy: 1,
          of: 3,
          value: '9',
          leaders: [1],
          leadersValue: '9',
          missing: 0,
          claimed: 1,
        },
      ],
    })
  })

  it('is contradicted, naming who is first and with what', () => {
    expect(judged(1, null, [[8, 9, 7]])).toMatchObject({
      verdict: 'contradicted',
      reasons: ['rank-differs'],
      numbers: [{ rank: 2, leaders: [2], leadersValue: '9', value: '8' }],
    })
    expect(judged(2, null, [[9, 8]])).toMatchObject({ verdict: 'contradicted' })
  })

  it('shared is first, and is said', () => {
    expect(judged(1, null, [[9, 9, 7]])).toMatchObject({
      verdict: 'confirmed',
      reasons: ['rank-holds', 'rank-shared'],
    })
    expect(judged(2, null, [[9, 9, 7]])).toMatchObject({ verdict: 'confirmed' })
    expect(judged(3, null, [[9, 9, 7]])).toMatchObject({ verdict: 'contradicted' })
  })

  it('cannot be known while somebody has not reported who could be better; but worse than claimed is worse', () => {
    expect(judged(1, null, [[9, 8, undefined]])).toMatchObject({
      verdict: 'unknown',
      reasons: ['field-incomplete'],
    })
    expect(judged(2, null, [[9, 8, undefined]])).toMatchObject({ verdict: 'unknown' })
    expect(judged(3, null, [[9, 8, undefined]])).toMatchObject({ verdict: 'contradicted' })
    expect(judged(1, null, [[8, 9, undefined]])).toMatchObject({ verdict: 'contradicted' })
  })

  it('without a table, a value or a stated place it is unknown', () => {
    expect(judged(1, null, [null])).toMatchObject({ verdict: 'unknown', reasons: ['period-missing'] })
    expect(judged(1, null, [[undefined, 3]])).toMatchObject({
      reasons: ['unit-apart'],
      numbers: [{ apart: 'not-reported' }],
    })
    expect(judged(null, null, [[9, 8]])).toMatchObject({
      reasons: ['position-not-stated'],
      numbers: [{ rank: 1 }],
    })
    expect(judged(1, null, [])).toMatchObject({ verdict: 'unknown', reasons: ['period-missing'] })
  })
})

describe('连续五年全市第一', () => {
  const first = [9, 8]
  const second = [8, 9]
  it('needs all five years', () => {
    expect(judged(1, 5, [first, first, first, first, first])).toMatchObject({
      verdict: 'confirmed',
      reasons: ['all-years-hold', 'rank-holds'],
    })
    expect(judged(1, 5, [first, first, first, first])).toMatchObject({
      verdict: 'unknown',
      reasons: ['year-unknown', 'period-missing'],
    })
    expect(judged(1, 5, [first, first, null, first, first])).toMatchObject({ verdict: 'unknown' })
    expect(judged(1, 5, [first, first, first, first, first, second])).toMatchObject({ verdict: 'confirmed' })
  })

  it('one year not first contradicts it, and the numbers name the year, even beside a missing one', () => {
    const found = judged(1, 5, [first, null, second, first, first])
    expect(found).toMatchObject({ verdict: 'contradicted', reasons: ['a-year-differs', 'rank-differs'] })
    expect(found.numbers.filter(({ rank }) => rank === 2)).toMatchObject([{ period: '2021' }])
  })

  it('equals asking every year by itself', () => {
    const years = fc.array(fc.option(someValues, { freq: 9 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: 4 }), (all, position) => {
        const verdicts = all.map((values): 'confirmed' | 'contradicted' | 'unknown' => {
          const own = values?.[0]
          if (own == null) return 'unknown'
          const known = values!.filter((v) => v != null)
          const missing = values!.length - known.length
          const lowest = known.filter((v) => v > own).length + 1
          const highest = known.filter((v) => v >= own).length + missing
          if (position < lowest || position > highest) return 'contradicted'
          return missing > 0 ? 'unknown' : 'confirmed'
        })
        const worst = (['contradicted', 'unknown', 'confirmed'] as const).find((each) =>
          verdicts.includes(each),
        )!
        expect(judged(position, all.length, all).verdict).toBe(worst)
      }),
    )
  })
})

describe('A place outside the city', () => {
  const printed = (period: string, position: number) => ({ period, position, of: 31, source: 'Yearbook' })
  const judgedOutside = (
    position: number | null,
    streakYears: number | null,
    known: ReturnType<typeof printed>[],
  ) => judgeExternalRank({ position, streakYears }, ['2023', '2022'], known)

  it('rests on what a source printed', () => {
    expect(judgedOutside(1, null, [printed('2023', 1)])).toMatchObject({
      verdict: 'confirmed',
      numbers: [{ source: 'Yearbook', of: 31 }],
    })
    expect(judgedOutside(1, null, [printed('2023', 2)])).toMatchObject({ verdict: 'contradicted' })
    expect(judgedOutside(1, null, [printed('2022', 1)])).toMatchObject({
      verdict: 'unknown',
      reasons: ['external-missing'],
    })
    expect(judgedOutside(1, 2, [printed('2022', 1), printed('2023', 1)])).toMatchObject({
      verdict: 'confirmed',
    })
    expect(judgedOutside(1, 2, [printed('2022', 4)])).toMatchObject({ verdict: 'contradicted' })
    expect(judgedOutside(1, 3, [printed('2022', 1), printed('2023', 1)])).toMatchObject({
      verdict: 'unknown',
    })
    expect(judgedOutside(null, null, [printed('2023', 1)])).toMatchObject({
      reasons: ['position-not-stated'],
    })
  })
})

describe('Vintages', () => {
  const at = (vintage: number, verdict: 'confirmed' | 'contradicted' | 'unknown') => ({
    vintage,
    finding: finding(verdict, 'rank-holds'),
  })
  it.each([
    ['confirmed', 'confirmed', 'confirmed', 3, 'unchanged'],
    ['confirmed', 'contradicted', 'confirmed', 3, 'confirmed-then-revised'],
    ['confirmed', 'unknown', 'confirmed', 3, 'confirmed-then-withdrawn'],
    ['contradicted', 'confirmed', 'confirmed', 7, 'confirmed-after-revision'],
    ['unknown', 'confirmed', 'confirmed', 7, 'confirmed-after-revision'],
    ['unknown', 'contradicted', 'contradicted', 7, 'contradicted-after-revision'],
    ['contradicted', 'unknown', 'contradicted', 3, 'contradicted-then-withdrawn'],
  ] as const)('then %s, now %s: %s on vintage %i, %s', (then, now, verdict, vintage, since) => {
    expect(weighVintages(at(3, then), at(7, now))).toMatchObject({ verdict, vintage, since })
  })

  it('the newest decides when nothing had been published by that day', () => {
    expect(weighVintages(null, at(7, 'contradicted'))).toMatchObject({ vintage: 7, since: 'published-later' })
  })
})

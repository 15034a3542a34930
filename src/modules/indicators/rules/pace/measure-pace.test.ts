import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import zh from '../../messages.zh-CN.json' with { type: 'json' }
import type { ShareQuestion } from './expected-share.ts'
import { type MeasuredPace, measurePace, type PaceTarget } from './measure-pace.ts'
import { paceAtHorizons } from './pace-at-horizons.ts'
import { paceSentence } from './pace-sentence.ts'

const question = (through = '2024-06-30', rest: Partial<ShareQuestion> = {}): ShareQuestion => ({
  path: { kind: 'linear' },
  from: '2024-01-01',
  to: '2024-12-31',
  through,
  ...rest,
})
const target = (value: string, rest: Partial<PaceTarget> = {}): PaceTarget => ({
  value,
  kind: 'cumulative',
  direction: 'higher',
  isPercent: false,
  ...rest,
})
const said = (aim: PaceTarget, actual: string | null, ask = question()) => {
  const { code, details } = paceSentence(measurePace(aim, actual, ask), aim.direction)
  const text = (zh as Record<string, string>)[code]!
  return text.replace(/\{(\w+)\}/g, (_, key: string) => details[key]!)
}

describe('时间过半、任务过半', () => {
  it('94 % of the year by June is 44 points ahead', () => {
    expect(measurePace(target('450'), '423', question())).toEqual({
      kind: 'measured',
      actual: '423',
      target: '450',
      expected: '225',
      expectedPercent: '50',
      donePercent: '94',
      ofExpectedPercent: '188',
      gapPoints: '44',
      gapAmount: '198',
      seasonal: null,
    })
  })

  it('a share of a task is held against the share of time', () => {
    const share = target('100', { kind: 'share-done', isPercent: true })
    expect(measurePace(share, '73.27', question('2024-09-30'))).toMatchObject({
      gapPoints: '-1.73',
      expected: '75',
    })
  })

  it('a missing observation is not zero', () => {
    expect(measurePace(target('450'), null, question())).toEqual({ kind: 'not-reported' })
    expect(measurePace(target('450'), '0', question())).toMatchObject({ gapPoints: '-50' })
  })

  it('a target of zero gives no percentage, and no season gives no expectation', () => {
    expect(measurePace(target('0'), '3', question())).toEqual({ kind: 'unknown', reason: 'target-zero' })
    const seasonal = question('2024-06-30', { path: { kind: 'seasonal', years: 3 } })
    expect(measurePace(target('9'), '3', seasonal)).toEqual({ kind: 'unknown', reason: 'no-complete-year' })
  })
})

describe('Other kinds and directions', () => {
  it('a growth target holds at any time: in points', () => {
    const growth = target('5', { kind: 'growth', isPercent: true })
    expect(measurePace(growth, '7.1', question('2024-03-31'))).toMatchObject({
      gapPoints: '2.1',
      expectedPercent: null,
    })
  })

  it('a level grows from its base; without a base it is asked for at any time', () => {
    const level = target('90', { kind: 'level', isPercent: true })
    expect(measurePace({ ...level, base: '80' }, '86', question())).toMatchObject({
      expected: '85',
      gapPoints: '1',
    })
    expect(measurePace(level, '86', question())).toMatchObject({ expected: '90', gapPoints: '-4' })
  })

  it('lower is better: less than allowed is ahead', () => {
    const limit = target('1000', { direction: 'lower' })
    expect(measurePace(limit, '450', question())).toMatchObject({
      gapPoints: '5',
      gapAmount: '50',
      donePercent: null,
      ofExpectedPercent: '111.111111111111',
    })
    expect(measurePace(limit, '600', question())).toMatchObject({ gapPoints: '-10' })
  })

  it('near a target any distance is a gap', () => {
    const near = target('3', { kind: 'level', direction: 'near', isPercent: true })
    for (const actual of ['2.5', '3.5']) {
      expect(measurePace(near, actual, question())).toMatchObject({
        gapPoints: '-0.5',
        ofExpectedPercent: null,
      })
    }
  })
})

describe('Sentences', () => {
  const rate = target('5', { kind: 'growth', isPercent: true })
  it.each<[PaceTarget, string | null, string]>([
    [rate, '7.1', '高于目标2.1个百分点'],
    [rate, '3.2', '塌目标1.8个百分点'],
    [rate, '5.004', '与目标持平'],
    [{ ...rate, direction: 'lower' }, '3.2', '低于目标1.8个百分点'],
    [{ ...rate, direction: 'lower' }, '7.1', '高于目标2.1个百分点'],
    [{ ...rate, direction: 'near' }, '7.1', '偏离目标2.1个百分点'],
    [target('450'), '423', '快于序时进度44个百分点（应达50%）'],
    [target('450'), '90', '慢于序时进度30个百分点（应达50%）'],
    [target('450'), '225', '与序时进度持平（应达50%）'],
    [target('450'), null, '未报数'],
    [target('0'), '1', '无法比较进度（target-zero）'],
  ])('%#', (aim, actual, sentence) => {
    expect(said(aim, actual)).toBe(sentence)
  })
})

it('horizons stand side by side, the longest first, and only those that hold the day', () => {
  const month = question('2024-06-30', { from: '2024-06-01', to: '2024-06-30' })
  const last = question('2024-05-31', { from: '2024-05-01', to: '2024-05-31' })
  const paces = paceAtHorizons(
    [
      { horizon: 'month', target: target('10'), actual: '12', question: month },
      { horizon: 'month', target: target('10'), actual: '12', question: last },
      { horizon: 'year', target: target('120'), actual: '40', question: question() },
    ],
    '2024-06-30',
  )
  expect(paces.map(({ horizon, pace }) => [horizon, (pace as MeasuredPace).gapPoints])).toEqual([
    ['year', '-16.666666666667'],
    ['month', '20'],
  ])
})

it('gaps are what whole numbers give: sign, points and amount agree for either direction', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.nat(9000),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom<('higher' | 'lower')[]>('higher', 'lower'),
      (aim, actual, month, direction) => {
        const through = `2023-${String(month).padStart(2, '0')}-28`
        const days = new Date(Date.UTC(2023, month, 0)).getUTCDate()
        const found = measurePace(
          target(String(aim), { direction }),
          String(actual),
          question(through, { from: '2023-01-01', to: '2023-12-31' }),
        )
        if (found.kind !== 'measured') return expect.unreachable()
        // Over the common denominator 12 × days.
        const due = aim * ((month - 1) * days + 28)
        const gap = (actual * 12 * days - due) * (direction === 'higher' ? 1 : -1)
        expect(Math.sign(Number(found.gapPoints))).toBe(Math.sign(gap))
        expect(Number(found.gapAmount)).toBeCloseTo(gap / (12 * days), 6)
        expect(Number(found.gapPoints)).toBeCloseTo((gap * 100) / (12 * days * aim), 6)
      },
    ),
  )
})

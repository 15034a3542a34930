import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STAGES } from '../../schema.ts'
import { proposeSpeakers } from './propose-speakers.ts'
import { stageDueAt } from './stage-dates.ts'
import { nextStage, stageRefusals } from './stage-refusals.ts'

const held = {
  heldAt: new Date('2024-04-15T01:00:00Z'),
  nextHeldAt: new Date('2024-07-15T01:00:00Z'),
  timeZone: 'Asia/Shanghai',
}

describe('dates', () => {
  it('freeze 48 hours before the meeting, commitments by the end of the second day after it in the city', () => {
    expect(stageDueAt('frozen', held)?.toISOString()).toBe('2024-04-13T01:00:00.000Z')
    expect(stageDueAt('committed', held)?.toISOString()).toBe('2024-04-17T16:00:00.000Z')
    expect(stageDueAt('closed', held)?.toISOString()).toBe('2024-07-15T01:00:00.000Z')
    expect(stageDueAt('follow-up', held)).toBeNull()
  })

  it('take the day from the city and not from UTC: 07:30 on the 15th in Shanghai is the 14th in UTC', () => {
    const early = { ...held, heldAt: new Date('2024-04-14T23:30:00Z') }
    expect(stageDueAt('committed', early)?.toISOString()).toBe('2024-04-17T16:00:00.000Z')
  })

  it('end a day where the clocks are changed in between', () => {
    const paris = { heldAt: new Date('2024-03-30T08:00:00Z'), nextHeldAt: null, timeZone: 'Europe/Paris' }
    expect(stageDueAt('committed', paris)?.toISOString()).toBe('2024-04-01T22:00:00.000Z')
  })
})

describe('stages', () => {
  const facts = {
    stage: 'collecting' as const,
    today: '2024-04-13',
    heldOn: '2024-04-15',
    speakers: [{ unit: '甲区', lines: 3, stale: 0 }],
    isFollowedByHeld: false,
  }

  it('are entered one after the other and in no other order', () => {
    for (const stage of STAGES)
      for (const to of STAGES) {
        const at = { ...facts, stage, today: '2024-05-01', isFollowedByHeld: true }
        const refused = stageRefusals(at, to, false).map(({ code }) => code)
        expect({ stage, to, refused }).toEqual({
          stage,
          to,
          refused: nextStage(stage) === to ? [] : ['reviews.stage-not-next'],
        })
      }
  })

  it('freeze nothing that is empty, and nothing stale unless it is said', () => {
    const speakers = [
      { unit: '甲区', lines: 0, stale: 0 },
      { unit: '乙区', lines: 4, stale: 2 },
    ]
    const codes = (withStale: boolean) =>
      stageRefusals({ ...facts, speakers }, 'frozen', withStale).map(({ code, details }) => [code, details])
    expect(codes(false)).toEqual([
      ['reviews.stage-empty-sheet', { unit: '甲区' }],
      ['reviews.stage-stale-lines', { unit: '乙区', count: 2 }],
    ])
    expect(codes(true)).toHaveLength(1)
    expect(stageRefusals({ ...facts, speakers: [] }, 'frozen', true)[0]?.code).toBe(
      'reviews.stage-no-speakers',
    )
  })

  it('are not held before the day, nor closed before a later review is held', () => {
    const frozen = { ...facts, stage: 'frozen' as const }
    expect(stageRefusals(frozen, 'held', false)[0]?.code).toBe('reviews.stage-not-held-yet')
    expect(stageRefusals({ ...frozen, today: '2024-04-15' }, 'held', false)).toEqual([])
    const after = { ...facts, stage: 'follow-up' as const }
    expect(stageRefusals(after, 'closed', false)[0]?.code).toBe('reviews.stage-no-later-review')
  })
})

describe('rotation', () => {
  const candidate = (unitId: string, reviewedIn: string[], lastShortfalls = 0) => ({
    unitId,
    reviewedIn,
    lastShortfalls,
  })

  it('puts who was never reviewed first, then the longest not reviewed, with the quarters since', () => {
    const found = proposeSpeakers(
      [
        candidate('recent', ['2023Q1', '2024Q4']),
        candidate('long', ['2023Q2'], 3),
        candidate('never', []),
        candidate('later', ['2025Q2']),
      ],
      { period: '2025Q1', count: 3 },
    )
    expect(found.map(({ unitId, isProposed }) => [unitId, isProposed])).toEqual([
      ['never', true],
      ['later', true],
      ['long', true],
      ['recent', false],
    ])
    expect(found[1]?.why[0]?.code).toBe('reviews.why-never-reviewed')
    expect(found[2]?.why).toEqual([
      { code: 'reviews.why-last-reviewed', params: { period: '2023Q2', quarters: 7, times: 1 } },
      { code: 'reviews.why-shortfalls', params: { period: '2023Q2', count: 3 } },
    ])
  })

  it('prefers of two reviewed in one quarter the one with more to do', () => {
    const found = proposeSpeakers([candidate('a', ['2024Q1'], 1), candidate('b', ['2024Q1'], 2)], {
      period: '2025Q1',
      count: 1,
    })
    expect(found.map(({ unitId }) => unitId)).toEqual(['b', 'a'])
  })

  it('never proposes somebody reviewed later than somebody left out', () => {
    const quarter = fc
      .tuple(fc.integer({ min: 2020, max: 2024 }), fc.integer({ min: 1, max: 4 }))
      .map(([year, q]) => `${year}Q${q}`)
    const all = fc.array(fc.array(quarter, { maxLength: 4 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(all, fc.integer({ min: 1, max: 12 }), (histories, count) => {
        const candidates = histories.map((reviewedIn, at) => candidate(String(at), reviewedIn, at % 3))
        const found = proposeSpeakers(candidates, { period: '2025Q1', count })
        expect(found.filter(({ isProposed }) => isProposed)).toHaveLength(Math.min(count, histories.length))
        const last = found.map(({ reviewedIn }) => reviewedIn[0] ?? '')
        expect(last).toEqual([...last].sort())
      }),
      { numRuns: 50 },
    )
  })
})

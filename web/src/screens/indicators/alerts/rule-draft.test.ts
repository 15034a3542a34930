import { describe, expect, it } from 'vitest'
import { bodyOf, draftOf, newDraft, ruleFault, withKind } from './rule-draft.ts'

describe('a draft of an alert rule', () => {
  it('is sent with whole numbers as numbers and decimals as text', () => {
    const draft = { ...newDraft('outlier'), key: 'jumps', name: '异常波动' }
    expect(ruleFault(draft)).toBeUndefined()
    expect(bodyOf(draft)).toMatchObject({
      version: 0,
      rule: { key: 'jumps', kind: 'outlier', deviations: '3.5', leastPoints: '5', minHistory: 8 },
      ownerRole: 'statistician',
      ownerId: null,
    })
  })

  it('says first what is missing', () => {
    expect(ruleFault(newDraft('gap'))).toBe('name')
    expect(ruleFault({ ...newDraft('gap'), name: '落后' })).toBe('key')
    const named = { ...newDraft('gap'), name: '落后', key: 'behind' }
    expect(ruleFault({ ...named, numbers: { points: '-3' } })).toBe('number')
    expect(ruleFault({ ...named, watch: { ...named.watch, indicators: [] } })).toBe('watch')
  })

  it('takes the numbers of another kind with it', () => {
    expect(withKind(newDraft('gap'), 'declines').numbers).toEqual({ periods: '3' })
  })

  it('comes back from what is stored as it was', () => {
    const body = bodyOf({ ...newDraft('declines'), key: 'falls', name: '下降' })
    const view = { ...body, key: 'falls', owner: { id: null, role: 'statistician' } } as never
    expect(bodyOf(draftOf(view))).toEqual(body)
  })
})

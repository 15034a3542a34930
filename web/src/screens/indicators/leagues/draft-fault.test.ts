import { describe, expect, it } from 'vitest'
import { draftFault } from './draft-fault.ts'
import { addComponent, type Definition, freeKey, renamed, weightSum, withFrequency } from './league-draft.ts'
import { readPoints } from './read-points.ts'

const definition: Definition = {
  scheme: {
    key: 'own',
    name: { zh: '自定', en: 'Own' },
    source: { says: '自定', url: null },
    components: [
      {
        key: 'a',
        name: { zh: '财政收入', en: 'Revenue' },
        weight: '60.5',
        score: { kind: 'linear', direction: 'higher', target: 'own', capPercent: null },
        group: null,
      },
      { key: 'b', name: { zh: '评议', en: 'Review' }, weight: '39.5', score: { kind: 'score' }, group: null },
    ],
    groups: [],
    rankBonus: null,
    adjustments: { least: '-5', most: '5' },
    missing: 'apart',
    places: 2,
  },
  sources: {
    a: { kind: 'indicator', indicator: 'revenue', measure: 'level', month: 3 },
    b: { kind: 'entered' },
  },
  cohort: 'city-wide',
  frequency: 'quarter',
  lists: null,
}

describe('a draft of a league', () => {
  it('can be sent when nothing is missing, and says first what is', () => {
    expect(draftFault('own', { name: '季度', definition })).toBeUndefined()
    expect(draftFault('Own', { name: '季度', definition })).toEqual({ code: 'key', name: '' })
    expect(draftFault('own', { name: ' ', definition })?.code).toBe('name')
  })

  it('refuses own targets for what is entered by hand, which has none', () => {
    const draft = { name: '季度', definition: addComponent(definition) }
    expect(draftFault('own', draft)).toEqual({ code: 'target-source', name: 'part-3' })
  })

  it('drops a month that the new period does not have', () => {
    expect(withFrequency(definition, 'month').sources.a).toMatchObject({ month: null })
    expect(withFrequency(definition, 'year').sources.a).toMatchObject({ month: 3 })
  })

  it('adds weights exactly', () => {
    expect(weightSum(['60.5', '39.5'])).toBe('100')
    expect(weightSum(['0.1', '0.2', 'x'])).toBe('0.3')
  })

  it('keeps the other language only where it says something of its own', () => {
    expect(renamed({ zh: 'a', en: 'a' }, 'zh-CN', '财政')).toEqual({ zh: '财政', en: '财政' })
    expect(renamed({ zh: '收入', en: 'Revenue' }, 'zh-CN', '财政')).toEqual({ zh: '财政', en: 'Revenue' })
  })

  it('finds a key that is free, and reads points by commas of either script', () => {
    expect(freeKey('part', [{ key: 'part-2' }])).toBe('part-3')
    expect(readPoints('10，8, 6 4、2 ')).toEqual(['10', '8', '6', '4', '2'])
  })
})

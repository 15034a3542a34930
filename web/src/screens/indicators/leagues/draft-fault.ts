import { type Component, isDecimal, type LeagueDraft, type Source } from './league-draft.ts'

/** What a draft lacks before it can be sent: a sentence of the catalogue, and the component or group that it is about. */
export interface DraftFault {
  readonly code:
    | 'key'
    | 'name'
    | 'component-name'
    | 'weight'
    | 'source'
    | 'target'
    | 'target-source'
    | 'cap'
    | 'points'
    | 'group'
    | 'bonus'
    | 'adjustments'
  readonly name: string
}

const KEY = /^[a-z][a-z0-9-]{0,62}$/

/** The first fault from top to bottom; undefined when the draft can be sent. */
export function draftFault(key: string, { name, definition }: LeagueDraft): DraftFault | undefined {
  const { scheme, sources } = definition
  if (name.trim() === '') return { code: 'name', name: '' }
  if (!KEY.test(key)) return { code: 'key', name: '' }
  for (const component of scheme.components) {
    const code = faultOf(component, sources[component.key])
    if (code) return { code, name: component.name.zh }
  }
  const group = scheme.groups.find((each) => !isPositive(each.cap) || each.name.zh.trim() === '')
  if (group) return { code: 'group', name: group.name.zh }
  const { rankBonus, adjustments } = scheme
  if (rankBonus && ![...rankBonus.top, ...rankBonus.bottom].every(isDecimal))
    return { code: 'bonus', name: '' }
  if (!isDecimal(adjustments.least) || !isDecimal(adjustments.most)) return { code: 'adjustments', name: '' }
  return undefined
}

function faultOf(
  { name, weight, score }: Component,
  source: Source | undefined,
): DraftFault['code'] | undefined {
  if (name.zh.trim() === '' || name.en.trim() === '') return 'component-name'
  if (!isPositive(weight)) return 'weight'
  if (source?.kind === 'indicator' && source.indicator === '') return 'source'
  if (source?.kind === 'league' && source.league === '') return 'source'
  if (score.kind === 'rank-points')
    return score.points.length > 0 && score.points.every(isDecimal) ? undefined : 'points'
  if (score.kind !== 'linear') return undefined
  if (score.target === 'own')
    return source?.kind === 'indicator' ? capFault(score.capPercent) : 'target-source'
  return isPositive(score.target) ? capFault(score.capPercent) : 'target'
}

const capFault = (cap: string | null) => (cap === null || isPositive(cap) ? undefined : 'cap')

const isPositive = (text: string) => isDecimal(text) && Number(text) > 0

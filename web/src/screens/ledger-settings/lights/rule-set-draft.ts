import type { LightRule, LightRuleSet } from '../../../api/ledger-settings.ts'

export const CONDITION_KINDS = [
  'near-limit',
  'overdue',
  'points-behind',
  'ratio-below',
  'behind',
  'not-started',
  'notice',
] as const
export type ConditionKind = (typeof CONDITION_KINDS)[number]

/** A rule as a form holds it: every field a condition may have. */
export interface RuleDraft {
  light: LightRule['light']
  kind: ConditionKind
  /** Days, months, points or per cent, whichever the kind counts. */
  amount: number | null
  unit: 'natural' | 'working'
  than: 'at-least' | 'more'
  minDays: number | null
  zh: string
  en: string
}

export interface RuleSetDraft {
  key: string
  name: { zh: string; en: string }
  source: { title: string; url: string; year: number | null; says: { zh: string; en: string } }
  rules: RuleDraft[]
}

export function newRule(): RuleDraft {
  return {
    light: 'yellow',
    kind: 'near-limit',
    amount: 3,
    unit: 'natural',
    than: 'at-least',
    minDays: null,
    zh: '',
    en: '',
  }
}

export function draftOf({ key, name, source, rules }: LightRuleSet): RuleSetDraft {
  return {
    key,
    name,
    source: { ...source, url: source.url ?? '' },
    rules: rules.map(({ light, when, word }) => ({
      ...newRule(),
      light,
      kind: when.kind,
      amount: amountOf(when),
      ...('unit' in when ? { unit: when.unit } : {}),
      ...('than' in when ? { than: when.than } : {}),
      minDays: 'minDays' in when ? (when.minDays ?? null) : null,
      zh: word.zh,
      en: word.en,
    })),
  }
}

/** The rule set that a draft means; a text without English is the same in both languages. */
export function ruleSetOf(draft: RuleSetDraft, base: LightRuleSet): LightRuleSet {
  const both = ({ zh, en }: { zh: string; en: string }) => ({ zh: zh.trim(), en: en?.trim() || zh.trim() })
  const { title, url, year, says } = draft.source
  return {
    ...base,
    key: draft.key,
    name: both(draft.name),
    source: { title: title.trim(), url: url.trim() || null, year: year ?? null, says: both(says) },
    rules: draft.rules.map((rule) => ({ light: rule.light, when: whenOf(rule), word: both(rule) })),
  }
}

export interface AmountBounds {
  readonly of: 'days' | 'points' | 'percent' | 'months'
  readonly min: number
  readonly max: number
  readonly isWhole: boolean
}

/** Which amount a kind of condition counts, and its bounds; null for none. */
export function boundsOf(kind: ConditionKind): AmountBounds | null {
  switch (kind) {
    case 'near-limit':
      return { of: 'days', min: 0, max: 366, isWhole: true }
    case 'overdue':
      return { of: 'days', min: 1, max: 366, isWhole: true }
    case 'points-behind':
      return { of: 'points', min: 0.01, max: 100, isWhole: false }
    case 'ratio-below':
      return { of: 'percent', min: 0.01, max: 100, isWhole: false }
    case 'not-started':
      return { of: 'months', min: 1, max: 60, isWhole: true }
    case 'behind':
    case 'notice':
      return null
  }
}

export function comparesWithPlan(kind: ConditionKind): boolean {
  return kind === 'points-behind' || kind === 'ratio-below' || kind === 'behind'
}

function amountOf(when: LightRule['when']): number | null {
  switch (when.kind) {
    case 'points-behind':
      return when.points
    case 'ratio-below':
      return when.percent
    case 'near-limit':
    case 'overdue':
      return when.days
    case 'not-started':
      return when.months
    case 'behind':
    case 'notice':
      return null
  }
}

function whenOf({ light, kind, amount, unit, than, minDays }: RuleDraft): LightRule['when'] {
  const plan = minDays ? { minDays } : {}
  const count = amount ?? 0
  switch (kind) {
    case 'points-behind':
      return { kind, points: count, than, ...plan }
    case 'ratio-below':
      return { kind, percent: count, ...plan }
    case 'behind':
      return { kind, ...plan }
    case 'near-limit':
    case 'overdue':
      return { kind, days: count, unit }
    case 'not-started':
      return { kind, months: count }
    case 'notice':
      return { kind, colour: light }
  }
}

import type { AlertRuleView, DefineAlertRule } from '../../../api/alerts.ts'

type Rule = AlertRuleView['rule']
export type RuleKind = Rule['kind']

export const RULE_KINDS = [
  'declines',
  'gap',
  'rank-drop',
  'not-reported',
  'outlier',
] as const satisfies RuleKind[]

/** Numbers that are written as decimals; the others are whole. */
const DECIMALS: readonly string[] = ['points', 'deviations', 'leastPoints']

/** What a new rule of each kind begins with: those that come with the product. */
const NUMBERS: Readonly<Record<RuleKind, Readonly<Record<string, string>>>> = {
  declines: { periods: '3' },
  gap: { points: '10' },
  'rank-drop': { places: '3' },
  'not-reported': { graceDays: '0' },
  outlier: { deviations: '3.5', leastPoints: '5', minHistory: '8' },
}

/** A rule as a form holds it. */
export interface RuleDraft {
  /** Of a new one still empty. */
  readonly key: string
  readonly version: number
  readonly name: string
  readonly kind: RuleKind
  readonly numbers: Readonly<Record<string, string>>
  readonly watch: AlertRuleView['watch']
  readonly isOn: boolean
  readonly owner: AlertRuleView['owner']
}

export function draftOf(view: AlertRuleView): RuleDraft {
  const { key: _, kind, ...numbers } = view.rule
  return {
    key: view.key,
    version: view.version,
    name: view.name,
    kind,
    numbers: Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)])),
    watch: view.watch,
    isOn: view.isOn,
    owner: view.owner,
  }
}

export function newDraft(kind: RuleKind): RuleDraft {
  return {
    key: '',
    version: 0,
    name: '',
    kind,
    numbers: NUMBERS[kind],
    watch: { indicators: null, tag: null, cohort: 'city-wide', measure: 'level' },
    isOn: true,
    owner: { role: 'statistician', id: null },
  }
}

/** Another kind has other numbers; all else stays. */
export function withKind(draft: RuleDraft, kind: RuleKind): RuleDraft {
  return { ...draft, kind, numbers: NUMBERS[kind] }
}

/** Values matter for falls, places and jumps; a gap and a missing report have none. */
export const hasMeasure = (kind: RuleKind) => kind === 'declines' || kind === 'rank-drop'

/** Why it cannot be sent yet. */
export function ruleFault({
  key,
  name,
  numbers,
  watch,
}: RuleDraft): 'name' | 'key' | 'number' | 'watch' | undefined {
  if (name.trim() === '') return 'name'
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(key)) return 'key'
  const isSound = Object.entries(numbers).every(([each, text]) =>
    DECIMALS.includes(each) ? /^\d{1,9}(\.\d{1,6})?$/.test(text) : /^\d{1,4}$/.test(text),
  )
  if (!isSound) return 'number'
  return watch.tag === '' || watch.indicators?.length === 0 ? 'watch' : undefined
}

export function bodyOf({
  key,
  version,
  name,
  kind,
  numbers,
  watch,
  isOn,
  owner,
}: RuleDraft): DefineAlertRule {
  const typed = Object.fromEntries(
    Object.entries(numbers).map(([each, text]) => [each, DECIMALS.includes(each) ? text : Number(text)]),
  )
  return {
    version,
    name: name.trim(),
    rule: { key, kind, ...typed } as DefineAlertRule['rule'],
    watch,
    isOn,
    ownerId: owner.id,
    ownerRole: owner.role,
  }
}

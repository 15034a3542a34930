import { expect, test } from 'vitest'
import type { Condition } from './condition.ts'
import type { RuleLight } from './light.ts'
import { presetRuleSets } from './presets.ts'
import { LightRuleSet } from './rule-set.ts'
import { validateRuleSet } from './validate-rule-set.ts'

const base = presetRuleSets()[0]!
const withRules = (...rules: [RuleLight, Condition][]): LightRuleSet => ({
  ...base,
  rules: rules.map(([light, when]) => ({ light, when, word: { zh: '试', en: 'Test' } })),
})
const points = (points: number, than: 'at-least' | 'more' = 'at-least'): Condition => ({
  kind: 'points-behind',
  points,
  than,
})
const near = (days: number): Condition => ({ kind: 'near-limit', days, unit: 'natural' })
const overdue = (days: number): Condition => ({ kind: 'overdue', days, unit: 'natural' })

test.each(presetRuleSets().map((set) => [set.key, set] as const))('"%s" as shipped is sound', (_, set) => {
  expect(validateRuleSet(set)).toEqual([])
})

test.each<[string, LightRuleSet, [string, object][]]>([
  ['bounds that touch', withRules(['yellow', points(30)], ['red', points(30, 'more')]), []],
  ['the graver rule listed first', withRules(['red', points(30)], ['yellow', points(10)]), []],
  [
    'red before yellow',
    withRules(['yellow', points(30)], ['red', points(10)]),
    [['ledger.light-rules-out-of-order', { rule: 2, other: 1 }]],
  ],
  [
    'one bound, two colours',
    withRules(['red', points(10)], ['yellow', points(10)]),
    [['ledger.light-rules-out-of-order', { rule: 2, other: 1 }]],
  ],
  [
    'yellow when behind at all, blue at ten',
    withRules(['yellow', { kind: 'behind' }], ['blue', points(10)]),
    [['ledger.light-rules-out-of-order', { rule: 2, other: 1 }]],
  ],
  [
    'blue overdue, red near',
    withRules(['blue', overdue(1)], ['red', near(3)]),
    [['ledger.light-rules-out-of-order', { rule: 2, other: 1 }]],
  ],
  ['a second word for what waits less', withRules(['red', overdue(1)], ['red', near(1)]), []],
  [
    'a second word that never shows',
    withRules(['red', near(1)], ['red', overdue(1)]),
    [['ledger.light-rules-never-shown', { rule: 2, other: 1 }]],
  ],
  [
    'one rule twice',
    withRules(['blue', near(3)], ['red', overdue(1)], ['blue', near(3)]),
    [['ledger.light-rules-never-shown', { rule: 3, other: 1 }]],
  ],
  [
    'shares the wrong way round',
    withRules(
      ['yellow', { kind: 'ratio-below', percent: 60 }],
      ['red', { kind: 'ratio-below', percent: 80 }],
    ),
    [['ledger.light-rules-out-of-order', { rule: 2, other: 1 }]],
  ],
  [
    'months the wrong way round',
    withRules(['yellow', { kind: 'not-started', months: 3 }], ['red', { kind: 'not-started', months: 1 }]),
    [['ledger.light-rules-out-of-order', { rule: 2, other: 1 }]],
  ],
  [
    'a red notice shown blue',
    withRules(['blue', { kind: 'notice', colour: 'red' }]),
    [['ledger.light-rules-notice-colour', { rule: 1 }]],
  ],
  [
    'natural days beside working days',
    withRules(['blue', near(3)], ['yellow', { kind: 'near-limit', days: 5, unit: 'working' }]),
    [],
  ],
])('%s', (_, set, faults) => {
  expect(validateRuleSet(set).map(({ code, details }) => [code, details])).toEqual(faults)
})

test.each([
  ['a condition that could end again', { kind: 'within-days', days: 3 }],
  ['a threshold of nothing', { kind: 'points-behind', points: 0, than: 'at-least' }],
  ['three decimals', { kind: 'points-behind', points: 10.001, than: 'more' }],
  ['late before the deadline', { kind: 'overdue', days: 0, unit: 'natural' }],
])('%s is no condition', (_, when) => {
  const rules = [{ light: 'red', when, word: { zh: '试', en: 'Test' } }]
  expect(LightRuleSet.safeParse({ ...base, rules }).success).toBe(false)
})

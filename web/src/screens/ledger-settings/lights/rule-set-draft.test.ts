import { expect, test } from 'vitest'
import { presetRuleSets } from '../../../../../src/modules/ledger/testing.ts'
import { draftOf, ruleSetOf } from './rule-set-draft.ts'

test.each(presetRuleSets().map((set) => [set.key, set] as const))(
  '"%s" is the same after the form',
  (_, set) => {
    expect(ruleSetOf(draftOf(set), set)).toEqual(set)
  },
)

test('a text without English is the same in both languages', () => {
  const set = presetRuleSets()[0]!
  const draft = draftOf(set)
  const rules = draft.rules.map((rule) => ({ ...rule, zh: ' 临期 ', en: '' }))
  expect(ruleSetOf({ ...draft, rules }, set).rules[0]!.word).toEqual({ zh: '临期', en: '临期' })
})

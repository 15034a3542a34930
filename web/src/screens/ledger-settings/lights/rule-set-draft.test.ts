import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { LightRuleSet } from '../../../api/ledger-settings.ts'
import { draftOf, ruleSetOf } from './rule-set-draft.ts'

const folder = join(import.meta.dirname, '../../../../../src/modules/ledger/rules/lights/presets')
const presets = globSync('*.json', { cwd: folder })
  .toSorted()
  .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as LightRuleSet)

test.each(presets.map((set) => [set.key, set] as const))('"%s" is the same after the form', (_, set) => {
  expect(ruleSetOf(draftOf(set), set)).toEqual(set)
})

test('a text without English is the same in both languages', () => {
  const set = presets[0]!
  const draft = draftOf(set)
  const rules = draft.rules.map((rule) => ({ ...rule, zh: ' 临期 ', en: '' }))
  expect(ruleSetOf({ ...draft, rules }, set).rules[0]!.word).toEqual({ zh: '临期', en: '临期' })
})

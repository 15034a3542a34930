import { expect, test } from 'vitest'
import { DeskRule } from './desk-rules.ts'
import { DESK_RULES } from './desk-table.ts'

test('every rule of the desk has its words once, for whom it says, the most neglected items first', () => {
  const names = DESK_RULES.map(({ rule }) => rule)
  expect(names.toSorted()).toEqual(DeskRule.options.toSorted())
  expect(DESK_RULES.every((rule) => rule.rule.startsWith(`${rule.for}.`))).toBe(true)
  expect(names[0]).toBe('office.nobody-responsible')
})

test('words ask for nothing but the days', () => {
  for (const { explains } of DESK_RULES) {
    for (const text of [explains.zh, explains.en]) {
      expect(text.match(/\{[^}]*\}/g)?.filter((part) => part !== '{days}') ?? []).toEqual([])
    }
  }
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../../kernel/day.ts'
import { makeCalendar } from '../../../../kernel/working-calendar.ts'
import { readNationalCalendar } from '../../../../kernel/working-calendar-pack.ts'
import type { Condition } from './condition.ts'
import { itemLight, type LightFacts } from './item-light.ts'
import { type RuleLight, SEVERITY } from './light.ts'
import { lightFromTurns, lightTurns } from './light-turns.ts'
import { presetRuleSets } from './presets.ts'
import type { LightRuleSet } from './rule-set.ts'

const calendar = makeCalendar({ national: readNationalCalendar() })
const day = fc.nat(1200).map((count) => addDays('2021-06-01', count))
const hundredths = (most: number) => fc.integer({ min: 1, max: most }).map((count) => count / 100)
const unit = fc.constantFrom('natural', 'working')
const minDays = fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined })

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant('points-behind'),
    points: hundredths(10_000),
    than: fc.constantFrom('at-least', 'more'),
    minDays,
  }),
  fc.record({ kind: fc.constant('behind'), minDays }),
  fc.record({ kind: fc.constant('ratio-below'), percent: hundredths(10_000), minDays }),
  fc.record({ kind: fc.constant('near-limit'), days: fc.nat(40), unit }),
  fc.record({ kind: fc.constant('overdue'), days: fc.integer({ min: 1, max: 40 }), unit }),
  fc.record({ kind: fc.constant('not-started'), months: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constant('notice'), colour: fc.constantFrom(...SEVERITY) }),
)

/** A shipped set, or any rules whatever: sensible or not, the two ways to a light must agree. */
const ruleSet: fc.Arbitrary<LightRuleSet> = fc.oneof(
  fc.constantFrom(...presetRuleSets()),
  fc
    .array(fc.record({ light: fc.constantFrom(...SEVERITY), when: condition }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((rules) => ({
      ...presetRuleSets()[0]!,
      rules: rules.map((rule) => ({ ...rule, word: { zh: '试', en: 'Test' } })),
    })),
)

const nodes = fc
  .array(fc.record({ name: fc.constant('节点'), on: day, progress: hundredths(10_000) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((list) => ({ kind: 'nodes' as const, nodes: list.sort((a, b) => (a.on < b.on ? -1 : 1)) }))

const facts: fc.Arbitrary<LightFacts> = fc.record({
  state: fc.oneof(
    { weight: 8, arbitrary: fc.constant('open' as const) },
    { weight: 2, arbitrary: fc.constantFrom('suspended', 'closed', 'withdrawn', 'not-dispatched') },
  ),
  startOn: fc.option(day, { freq: 6 }),
  dueOn: fc.option(day, { freq: 8 }),
  progress: fc.nat(10_000).map((count) => count / 100),
  hasStarted: fc.boolean(),
  plan: fc.oneof(fc.constant({ kind: 'linear' as const }), nodes),
  reportedOn: fc.option(day, { freq: 1 }),
  wasLate: fc.boolean(),
  notice: fc.option(fc.record({ colour: fc.constantFrom(...SEVERITY), on: day })),
})

test('the turning days give the light of the rule, for any item, rules and day', () => {
  fc.assert(
    fc.property(facts, ruleSet, day, (item, rules, asOf) => {
      const turns = lightTurns(item, rules, calendar)
      const around = Object.values(turns).filter((from) => from !== null)
      for (const on of [asOf, ...around, ...around.map((from) => addDays(from, -1))]) {
        expect(lightFromTurns(turns, item, on)).toBe(itemLight(item, { asOf: on, rules, calendar }).light)
      }
    }),
    { numRuns: 3000 },
  )
})

test('while an item stays as it is, its light only worsens', () => {
  const grave = (light: string) => SEVERITY.indexOf(light as RuleLight)
  fc.assert(
    fc.property(facts, ruleSet, day, fc.nat(500), (item, rules, asOf, later) => {
      const before = itemLight(item, { asOf, rules, calendar })
      const after = itemLight(item, { asOf: addDays(asOf, later), rules, calendar })
      expect(grave(after.light)).toBeGreaterThanOrEqual(grave(before.light))
      if (grave(before.light) < 0 && grave(after.light) < 0) expect(after.light).toBe(before.light)
    }),
    { numRuns: 2000 },
  )
})

test('more progress never gives a graver light', () => {
  fc.assert(
    fc.property(facts, ruleSet, day, fc.nat(10_000), (item, rules, asOf, more) => {
      const ahead = { ...item, progress: Math.min(100, Math.round(item.progress * 100 + more) / 100) }
      const [worse, better] = [item, ahead].map((each) => itemLight(each, { asOf, rules, calendar }).light)
      expect(SEVERITY.indexOf(better as RuleLight)).toBeLessThanOrEqual(SEVERITY.indexOf(worse as RuleLight))
    }),
    { numRuns: 1000 },
  )
})

test('the rule named is the first of the gravest that hold', () => {
  fc.assert(
    fc.property(facts, ruleSet, day, (item, rules, asOf) => {
      const { light, rule } = itemLight(item, { asOf, rules, calendar })
      const alone = rules.rules.map(
        (each) => itemLight(item, { asOf, rules: { ...rules, rules: [each] }, calendar }).light,
      )
      expect(rule === null ? -1 : rule).toBe(
        rules.rules.findIndex((each, at) => each.light === light && alone[at] === light),
      )
    }),
  )
})

test('an item of a year, half done, turns as its plan goes on', () => {
  const item: LightFacts = {
    state: 'open',
    startOn: '2024-01-01',
    dueOn: '2024-12-31',
    progress: 50,
    hasStarted: true,
    plan: { kind: 'linear' },
    reportedOn: null,
    wasLate: false,
    notice: null,
  }
  const rules = presetRuleSets()[0]!
  // 60 % of twelve months is seven months and a fifth of August, 80 % nine and three fifths of October.
  expect(lightTurns(item, rules, calendar)).toEqual({
    blueFrom: '2024-08-07',
    yellowFrom: '2024-08-07',
    orangeFrom: '2024-10-19',
    redFrom: '2024-10-19',
  })
  expect(lightTurns({ ...item, state: 'closed' }, rules, calendar).redFrom).toBeNull()
})

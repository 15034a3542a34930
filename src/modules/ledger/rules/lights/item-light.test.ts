import { describe, expect, it, test } from 'vitest'
import { makeCalendar } from '../../../../kernel/working-calendar.ts'
import { readNationalCalendar } from '../../../../kernel/working-calendar-pack.ts'
import type { Plan } from '../clock/plan.ts'
import type { Condition } from './condition.ts'
import { itemLight, type LightFacts } from './item-light.ts'
import type { RuleLight } from './light.ts'
import { lightWord } from './light-word.ts'
import { presetRuleSets } from './presets.ts'
import type { LightRuleSet } from './rule-set.ts'

const calendar = makeCalendar({ national: readNationalCalendar() })
const preset = (key: string) => presetRuleSets().find((each) => each.key === key)!
const item = (rest: Partial<LightFacts>): LightFacts => ({
  state: 'open',
  startOn: '2024-01-01',
  dueOn: '2024-12-31',
  progress: 0,
  hasStarted: true,
  plan: { kind: 'linear' },
  reportedOn: null,
  wasLate: false,
  notice: null,
  ...rest,
})
const lightOf = (key: string, facts: Partial<LightFacts>, asOf: string) =>
  itemLight(item(facts), { asOf, rules: preset(key), calendar }).light
const wordOf = (key: string, facts: Partial<LightFacts>, asOf: string) =>
  lightWord(preset(key), itemLight(item(facts), { asOf, rules: preset(key), calendar })).zh

/** A set of one rule. */
const only = (light: RuleLight, when: Condition): LightRuleSet => ({
  ...preset('default'),
  rules: [{ light, when, word: { zh: '试', en: 'Test' } }],
})

describe('银川 2025', () => {
  // DOMAIN.md 1.3: 10 and 30 points behind are yellow, both included. By 30 June half is expected.
  it.each([
    [50, 'green'],
    [40.01, 'green'],
    [40, 'yellow'],
    [39.99, 'yellow'],
    [20, 'yellow'],
    [19.99, 'red'],
    [0, 'red'],
  ])('%d % done by 30 June is %s', (progress, light) => {
    for (const key of ['yinchuan-2025', 'default'])
      expect(lightOf(key, { progress }, '2024-06-30'), key).toBe(light)
  })

  it.each([
    ['2024-03-30', 'green'],
    ['2024-03-31', 'yellow'],
    ['2024-05-30', 'yellow'],
    ['2024-05-31', 'red'],
  ])('planned to start on 10 March and not begun by %s is %s', (asOf, light) => {
    const facts = { startOn: '2024-03-10', dueOn: '2034-12-31', hasStarted: false }
    expect(lightOf('yinchuan-2025', facts, asOf)).toBe(light)
    expect(lightOf('yinchuan-2025', { ...facts, hasStarted: true }, asOf)).toBe('green')
  })

  it('says nothing of lateness: 91 % done after the deadline is green, 89 % yellow', () => {
    expect(lightOf('yinchuan-2025', { progress: 91 }, '2025-06-30')).toBe('green')
    expect(lightOf('yinchuan-2025', { progress: 89 }, '2025-06-30')).toBe('yellow')
  })
})

describe('宣城 2020: a share below the share of time', () => {
  it.each([
    [91.67, '2020-11-30', 'green'],
    [91.66, '2020-11-30', 'yellow'],
    [75, '2020-09-30', 'green'],
    [74.99, '2020-09-30', 'yellow'],
  ])('%d % by %s is %s', (progress, asOf, light) => {
    expect(lightOf('xuancheng-2020', { startOn: '2020-01-01', dueOn: '2020-12-31', progress }, asOf)).toBe(
      light,
    )
  })
})

test.each([
  // 铜梁 2024: 75 % is expected by September.
  [83.91, 'green'],
  [79.73, 'green'],
  [73.27, 'yellow'],
  [66.24, 'yellow'],
  [51.7, 'yellow'],
])('铜梁: %d % by September against 75 % is %s', (progress, light) => {
  expect(lightOf('suqian', { progress }, '2024-09-30')).toBe(light)
})

describe('宿迁', () => {
  it.each([
    [100, '2024-12-27', 'green'],
    [100, '2024-12-28', 'blue'],
    [99, '2024-12-31', 'yellow'],
    [100, '2024-12-31', 'blue'],
    [100, '2025-01-01', 'red'],
  ])('%d % by %s is %s', (progress, asOf, light) => {
    expect(lightOf('suqian', { progress }, asOf)).toBe(light)
  })
})

describe('三明: the notice gives the colour, from its day', () => {
  it.each([
    ['blue', '2024-05-09', 'green'],
    ['blue', '2024-05-10', 'blue'],
    ['orange', '2024-05-10', 'orange'],
    ['red', '2030-05-10', 'red'],
  ] as const)('%s on %s is %s', (colour, asOf, light) => {
    expect(lightOf('sanming', { notice: { colour, on: '2024-05-10' } }, asOf)).toBe(light)
  })

  it('an item without a notice is green, however late', () => {
    expect(lightOf('sanming', {}, '2030-01-01')).toBe('green')
  })
})

describe('the general rule', () => {
  it.each([
    ['2024-12-27', 'green'],
    ['2024-12-28', 'blue'],
    ['2024-12-31', 'blue'],
    ['2025-01-01', 'red'],
  ])('a finished item that nobody reported complete is on %s %s', (asOf, light) => {
    expect(lightOf('default', { progress: 100 }, asOf)).toBe(light)
  })

  it('tells two reds apart by their word', () => {
    expect(wordOf('default', { progress: 0 }, '2024-06-30')).toBe('严重滞后')
    expect(wordOf('default', { progress: 100 }, '2025-01-01')).toBe('逾期')
    expect(wordOf('default', { progress: 100 }, '2024-06-30')).toBe('正常推进')
    expect(lightWord(preset('default'), { light: 'red' }).zh).toBe('逾期')
    expect(lightWord(preset('default'), { light: 'orange' }).zh).toBe('正常推进')
  })
})

describe('whatever the rules', () => {
  it.each([
    ['no deadline', { dueOn: null }, 'none'],
    ['not dispatched', { state: 'not-dispatched' }, 'none'],
    ['withdrawn', { state: 'withdrawn' }, 'none'],
    ['suspended', { state: 'suspended' }, 'paused'],
    ['closed on time', { state: 'closed' }, 'done'],
    ['closed late', { state: 'closed', wasLate: true }, 'done-late'],
    ['late in an earlier round, in time now', { wasLate: true, progress: 60 }, 'green'],
  ] as const)('%s', (_, facts, light) => {
    const asOf = light === 'green' ? '2024-06-30' : '2030-01-01'
    for (const { key } of presetRuleSets()) expect(lightOf(key, facts, asOf), key).toBe(light)
  })

  it('the clock stands still once completion is reported, but a notice still counts', () => {
    expect(lightOf('default', { progress: 100, reportedOn: '2024-12-27' }, '2030-01-01')).toBe('green')
    expect(lightOf('default', { progress: 100, reportedOn: '2024-12-29' }, '2030-01-01')).toBe('blue')
    expect(lightOf('default', { progress: 100, reportedOn: '2025-01-02' }, '2025-01-02')).toBe('red')
    const notice = { colour: 'orange', on: '2024-12-30' } as const
    expect(lightOf('sanming', { reportedOn: '2024-12-27', notice }, '2024-12-30')).toBe('orange')
  })

  it('a node plan without a deadline can still be behind', () => {
    const plan: Plan = { kind: 'nodes', nodes: [{ name: '竣工', on: '2024-06-30', progress: 100 }] }
    expect(lightOf('default', { dueOn: null, plan }, '2024-06-29')).toBe('none')
    expect(lightOf('default', { dueOn: null, plan }, '2024-06-30')).toBe('red')
  })
})

describe('conditions that no preset uses', () => {
  const light = (when: Condition, facts: Partial<LightFacts>, asOf: string) =>
    itemLight(item(facts), { asOf, rules: only('yellow', when), calendar }).light

  it('新晃 2015: less than 60 % of what was expected', () => {
    const when = { kind: 'ratio-below', percent: 60 } as const
    expect(light(when, { progress: 30 }, '2024-06-30')).toBe('green')
    expect(light(when, { progress: 29.99 }, '2024-06-30')).toBe('yellow')
  })

  it('three working days before a deadline after the National Day', () => {
    const when = { kind: 'near-limit', days: 3, unit: 'working' } as const
    const facts = { dueOn: '2024-10-09' }
    // Back from the 9th: 8 October, 30 September, and 29 September, a Sunday that is worked.
    expect(light(when, facts, '2024-09-28')).toBe('green')
    expect(light(when, facts, '2024-09-29')).toBe('yellow')
  })

  it('five working days after the deadline', () => {
    const when = { kind: 'overdue', days: 5, unit: 'working' } as const
    // On from 30 September: 8 to 11 October, and 12 October, a Saturday that is worked.
    expect(light(when, { dueOn: '2024-09-30' }, '2024-10-11')).toBe('green')
    expect(light(when, { dueOn: '2024-09-30' }, '2024-10-12')).toBe('yellow')
  })

  it('behind, for plans of thirty days or more only', () => {
    const when = { kind: 'points-behind', points: 10, than: 'at-least', minDays: 30 } as const
    expect(light(when, { dueOn: '2024-01-29' }, '2024-01-20')).toBe('green')
    expect(light(when, { dueOn: '2024-01-30' }, '2024-01-20')).toBe('yellow')
  })
})

describe('a year without a calendar', () => {
  it('breaks no light of a rule set in natural days', () => {
    for (const { key } of presetRuleSets()) {
      expect(() => lightOf(key, { startOn: '2031-01-01', dueOn: '2031-12-31' }, '2031-06-30')).not.toThrow()
    }
  })

  it('is refused by a rule in working days', () => {
    const rules = only('blue', { kind: 'near-limit', days: 3, unit: 'working' })
    const facts = item({ dueOn: '2031-12-31' })
    expect(() => itemLight(facts, { asOf: '2024-06-30', rules, calendar })).toThrow(/calendar-year-missing/)
  })
})

test('a short instruction is not red on its second day: plans under 30 days know only their limit', () => {
  const short = { startOn: '2024-04-01', dueOn: '2024-04-08', progress: 0 }
  expect(lightOf('default', short, '2024-04-03')).toBe('green')
  expect(lightOf('default', short, '2024-04-05')).toBe('blue')
  expect(lightOf('default', short, '2024-04-09')).toBe('red')
})

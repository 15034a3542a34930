import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '../../../../kernel/day.ts'
import { makeCalendar } from '../../../../kernel/working-calendar.ts'
import { readNationalCalendar } from '../../../../kernel/working-calendar-pack.ts'
import en from '../../messages.en.json' with { type: 'json' }
import zh from '../../messages.zh-CN.json' with { type: 'json' }
import { ItemState } from '../lifecycle/machine.ts'
import { DEFAULT_SETTINGS } from '../settings/settings.ts'
import { planReminders, type Reminded } from './plan-reminders.ts'

const calendar = makeCalendar({ national: readNationalCalendar() })
const item: Reminded = {
  id: 'i',
  number: '2024-0001',
  title: '整治河道',
  state: 'in-progress',
  round: 1,
  leadUnitId: 'u',
  dueOn: '2024-04-12',
  signBy: '2024-03-05',
  reportBy: null,
  reportedOn: null,
  recheckOn: null,
  duties: [],
  extension: null,
}
const on = (today: Day, change: Partial<Reminded> = {}) =>
  planReminders({ ...item, ...change }, { today, settings: DEFAULT_SETTINGS, calendar })
const kinds = (today: Day, change: Partial<Reminded> = {}) => on(today, change).map(({ kind }) => kind)
const causes = (today: Day, change: Partial<Reminded> = {}) => on(today, change).map(({ cause }) => cause)

describe('The deadline', () => {
  it.each([
    ['2024-04-08', undefined, undefined],
    ['2024-04-09', 'ledger.due-soon', { days: 3 }],
    // The server slept on the day itself: told a day later, with what is left.
    ['2024-04-10', 'ledger.due-soon', { days: 2 }],
    ['2024-04-12', 'ledger.due-today', {}],
    // Saturday and Sunday: no working day late yet.
    ['2024-04-13', undefined, undefined],
    ['2024-04-15', 'ledger.overdue', { days: 1 }],
    ['2024-04-18', 'ledger.overdue', { days: 4 }],
    ['2024-04-19', 'ledger.overdue', { days: 5 }],
  ])('on %s: %s', (today, kind, params) => {
    const [first, ...more] = on(today)
    expect(more).toEqual([])
    expect(first?.kind).toBe(kind)
    if (params) expect(first?.params).toMatchObject(params)
  })

  it('is told once for each step that is reached, by the highest one, to ever more people', () => {
    const steps = ['2024-04-15', '2024-04-19', '2024-04-26'].map((day) => on(day)[0]!)
    expect(new Set(steps.map(({ cause }) => cause)).size).toBe(3)
    expect(steps.map(({ to }) => to)).toEqual([
      ['liaison'],
      ['liaison', 'unit-leader', 'office'],
      ['unit-leader', 'office', 'city-leader'],
    ])
    expect(steps.map(({ level }) => level)).toEqual(['warning', 'alarm', 'alarm'])
    expect(causes('2024-04-16')).toEqual(causes('2024-04-15'))
    expect(causes('2024-12-31')).toEqual(causes('2024-04-26'))
  })

  it('that is another one, or of another round, is another reason', () => {
    expect(causes('2024-04-09', { dueOn: '2024-04-11' })).not.toEqual(causes('2024-04-09'))
    expect(causes('2024-04-09', { round: 2 })).not.toEqual(causes('2024-04-09'))
  })

  it('counts working days of the national calendar, and weekdays where a year has none', () => {
    // 2024-09-30 due; National Day 10-01 to 10-07 off.
    expect(on('2024-10-07', { dueOn: '2024-09-30' })).toEqual([])
    expect(on('2024-10-08', { dueOn: '2024-09-30' })[0]?.params.days).toBe(1)
    expect(on('2099-01-05', { dueOn: '2099-01-02' })[0]?.params.days).toBe(1)
    expect(on('2099-01-16', { dueOn: '2099-01-02' })[0]?.params.days).toBe(10)
  })

  it('stands still while a completion report is in', () => {
    expect(kinds('2024-04-30', { state: 'reported', reportedOn: '2024-04-11' })).toEqual([])
  })

  it('of a supporting unit is that unit’s own', () => {
    const duties = [{ unitId: 's', state: 'signed' as const, dueOn: '2024-04-05', signBy: null }]
    const late = on('2024-04-08', { duties })
    expect(late).toMatchObject([{ kind: 'ledger.overdue', unitIds: ['s'], params: { dueOn: '2024-04-05' } }])
  })
})

describe('An item', () => {
  it('that is not signed for in time is told to unit and office, a supporting unit’s part likewise', () => {
    const duties = [{ unitId: 's', state: 'dispatched' as const, dueOn: null, signBy: '2024-03-05' }]
    expect(kinds('2024-03-05', { state: 'dispatched', duties })).toEqual([])
    expect(on('2024-03-06', { state: 'dispatched', duties })).toMatchObject([
      { kind: 'ledger.unsigned', to: ['liaison', 'office'], unitIds: ['u'] },
      { kind: 'ledger.unsigned', to: ['liaison', 'office'], unitIds: ['s'] },
    ])
  })

  it('whose report is missing, whose re-check is due, whose extension waits', () => {
    expect(kinds('2024-03-11', { reportBy: '2024-03-10' })).toEqual(['ledger.report-missed'])
    expect(kinds('2024-03-10', { reportBy: '2024-03-10' })).toEqual([])
    expect(kinds('2024-03-10', { state: 'closed', recheckOn: '2024-03-10' })).toEqual(['ledger.recheck-due'])
    expect(kinds('2024-03-09', { state: 'closed', recheckOn: '2024-03-10' })).toEqual([])
    const extension = { id: 'x', askedOn: '2024-03-08' }
    expect(kinds('2024-03-11', { extension })).toEqual([])
    expect(kinds('2024-03-12', { extension })).toEqual(['ledger.extension-waiting'])
  })
})

const day = fc.integer({ min: 0, max: 400 }).map((count) => addDays('2023-06-01', count))
const anItem = fc.record({
  state: fc.constantFrom(...ItemState.options),
  round: fc.integer({ min: 1, max: 3 }),
  leadUnitId: fc.option(fc.constant('u')),
  dueOn: fc.option(day),
  signBy: fc.option(day),
  reportBy: fc.option(day),
  reportedOn: fc.option(day),
  recheckOn: fc.option(day),
  hasTimeLimit: fc.boolean(),
  createdOn: day,
  extension: fc.option(day.map((askedOn) => ({ id: 'x', askedOn }))),
  duties: fc.array(
    fc.record({
      unitId: fc.constantFrom('s', 't'),
      state: fc.constantFrom('dispatched' as const, 'signed' as const),
      dueOn: fc.option(day),
      signBy: fc.option(day),
    }),
    { maxLength: 2 },
  ),
})

describe('Whatever the item and the day', () => {
  it('somebody is told, and nobody of an item that is suspended or withdrawn', () => {
    fc.assert(
      fc.property(anItem, day, (change, today) => {
        const reminders = on(today, change)
        for (const { to, kind } of reminders) expect(to.length, kind).toBeGreaterThan(0)
        if (change.state === 'suspended' || change.state === 'withdrawn') expect(reminders).toEqual([])
        if (change.state === 'closed')
          expect(reminders.every(({ kind }) => kind === 'ledger.recheck-due')).toBe(true)
      }),
    )
  })

  it('a day without a run loses nothing but what a stronger one says: the reasons of a day hold until the item changes', () => {
    fc.assert(
      fc.property(anItem, day, fc.integer({ min: 1, max: 5 }), (change, today, later) => {
        const monthly = /^(due-|overdue-)/
        const lasting = causes(today, change).filter((cause) => !monthly.test(cause))
        expect(causes(addDays(today, later), change)).toEqual(expect.arrayContaining(lasting))
      }),
    )
  })
})

it('every reminder has a sentence in both languages, with every word it needs', () => {
  const seen = new Set<string>()
  const look = (change: Partial<Reminded>, today: Day) => {
    for (const { kind, params } of on(today, change)) {
      seen.add(kind)
      const key = kind.replace('.', '.notice.')
      for (const catalogue of [zh, en] as Record<string, string>[]) {
        const names = [...(catalogue[key] ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
        expect(names, key).toEqual(expect.arrayContaining(['number', 'title']))
        for (const name of names) expect(params[name], `${key} ${name}`).toBeDefined()
      }
    }
  }
  look({ reportBy: '2024-04-01', extension: { id: 'x', askedOn: '2024-04-01' } }, '2024-04-12')
  look({}, '2024-04-10')
  look({}, '2024-04-15')
  look({ state: 'dispatched' }, '2024-04-10')
  look({ state: 'closed', recheckOn: '2024-04-10' }, '2024-04-10')
  expect(seen.size).toBe(7)
})

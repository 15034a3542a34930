import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../../kernel/context.ts'
import { listJournal } from '../../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { addAccount } from '../../identity/testing.ts'
import { defineAlertRule } from '../commands/alerts/define-alert-rule.ts'
import { reportReadings } from '../commands/entry/report-readings.ts'
import { setTargets } from '../commands/targets/set-targets.ts'
import { findAlerts } from '../queries/alerts/alerts.ts'
import { openShown } from '../queries/claims/claims.ts'
import { type Alert, DefineAlertRule, ListAlerts } from '../schema/alerts.ts'
import { ReportReadings } from '../schema/readings.ts'
import { SetTargets } from '../schema.ts'
import { defineForTest, publishForTest } from '../testing.ts'
import { alertsAfterJobs, byPeriod, months, toldOfAlerts } from './testing.ts'
import { watchIndicators } from './watch.ts'

let city: TestCity
let owner: string
beforeAll(async () => {
  city = await openTestCity()
  owner = (await addAccount(city.asSystem(), { role: 'statistician' })).id
})
afterAll(() => city?.close())

const statistician = () => city.as('statistician')
const alertsOf = async (rule: string) =>
  (await findAlerts(city.as('auditor'), ListAlerts.parse({ rule, pageSize: 200 }))).alerts
const short = ({ unit, period, numbers }: Alert) => [unit.key, period, numbers]

/** Only this rule is on, and only for these indicators. */
async function watchOnly(key: string, rule: object, indicators: string[]): Promise<void> {
  const input = DefineAlertRule.parse({
    version: 0,
    name: key,
    rule: { key, ...rule },
    watch: { indicators },
    ownerRole: 'statistician',
  })
  await defineAlertRule(statistician(), key, input)
}

const daily = (ctx: Context = city.asSystem()) =>
  watchIndicators(ctx, {}, { signal: new AbortController().signal, jobKey: null, attempt: 1 })

describe('After a publication', () => {
  it('declines are told once to the owner, also when they go on and when the job is run again', async () => {
    await defineForTest(statistician(), { code: 'output', name: '产值', measure: '亿元' })
    await watchOnly('falls', { kind: 'declines', periods: 3 }, ['output'])
    const values = { yunbo: months(2023, ['9', '8', '7', '6']), heting: months(2023, ['9', '8', '9', '8']) }
    const { vintage } = await publishForTest(statistician(), { output: byPeriod(values) })
    const [alert, ...others] = await alertsAfterJobs(city, { rule: 'falls' })
    expect(others).toEqual([])
    expect(alert).toMatchObject({
      ruleName: 'falls',
      indicator: 'output',
      unit: { key: 'yunbo' },
      period: '2023-04',
      numbers: { declines: 3, since: '2023-01', from: '9', to: '6' },
      sentence: '云泊新区“产值”到2023-04连续3期变差，自2023-01的9至6',
      state: 'open',
      owner: { id: null, role: 'statistician' },
      vintage,
    })
    expect(await toldOfAlerts(city)).toEqual(['indicators.alert-declines'])
    const { entries } = await statistician().transaction((tx) =>
      listJournal(tx, { subject: { id: alert!.id } }),
    )
    expect(entries.map(({ action }) => action)).toEqual(['indicators.alert-raised'])

    await publishForTest(statistician(), { output: { '2023-05': { yunbo: '5' } } })
    const again = { signal: new AbortController().signal, jobKey: null, attempt: 2 }
    await Promise.all([1, 2].map(() => watchIndicators(city.asSystem(), { vintage }, again)))
    expect(await alertsAfterJobs(city, { rule: 'falls' })).toEqual([alert])
    expect(await toldOfAlerts(city)).toHaveLength(1)
  })

  it('a worker that is killed half-way leaves nothing out and tells nothing twice', async () => {
    const codes = Array.from({ length: 45 }, (_, at) => `many-${at}`)
    for (const code of codes) await defineForTest(statistician(), { code })
    await watchOnly('falls-many', { kind: 'declines', periods: 3 }, codes)
    const values = byPeriod({ yunbo: months(2023, ['9', '8', '7', '6']) })
    const before = (await toldOfAlerts(city)).length
    await publishForTest(statistician(), Object.fromEntries(codes.map((code) => [code, values])))
    const system = city.asSystem()
    let transactions = 0
    const dying: Context = {
      ...system,
      async transaction(work) {
        transactions += 1
        // What is watched, a first batch that commits, and a second one that is cut off before its commit.
        return system.transaction(async (tx) => {
          const done = await work(tx)
          if (transactions === 3) throw new Error('killed')
          return done
        })
      },
    }
    const run = { signal: new AbortController().signal, jobKey: null, attempt: 1 }
    const { vintage } = (await alertsOf('falls')).at(0)!
    await expect(watchIndicators(dying, { vintage: vintage + 2 }, run)).rejects.toThrow('killed')
    expect(await alertsOf('falls-many')).toHaveLength(20)
    expect(await alertsAfterJobs(city, { rule: 'falls-many' })).toHaveLength(45)
    // One message for each batch of 20, not 45: more than three of a rule at once are told together.
    const told = await toldOfAlerts(city)
    expect(told).toHaveLength(before + 3)
    expect(told.filter((kind) => kind === 'indicators.alerts-many')).toHaveLength(3)
  })

  it('growth that declines is told as growth, in per cent', async () => {
    await defineForTest(statistician(), { code: 'grows', name: '专利', frequency: 'year' })
    const rule = { key: 'slows', kind: 'declines', periods: 2 }
    const input = { version: 0, name: '增速回落', rule, ownerRole: 'statistician' }
    await defineAlertRule(
      statistician(),
      'slows',
      DefineAlertRule.parse({ ...input, watch: { indicators: ['grows'], measure: 'growth' } }),
    )
    const values = { '2020': '100', '2021': '120', '2022': '138', '2023': '151.8' }
    await publishForTest(statistician(), {
      grows: Object.fromEntries(Object.entries(values).map(([year, value]) => [year, { yunbo: value }])),
    })
    const [alert] = await alertsAfterJobs(city, { rule: 'slows' })
    expect(alert?.sentence).toBe('云泊新区“专利”的同比增速到2023连续2期变差，自2021的20%至10%')
    expect(await toldOfAlerts(city)).toContain('indicators.alert-declines-growth')
  })

  it('lost places and unusual changes are found', async () => {
    await defineForTest(statistician(), { code: 'places', frequency: 'quarter' })
    await watchOnly('drops', { kind: 'rank-drop', places: 2 }, ['places'])
    await publishForTest(statistician(), {
      places: {
        '2023Q3': { yunbo: '9', heting: '8', qingdu: '7' },
        '2023Q4': { yunbo: '6', heting: '8', qingdu: '7' },
      },
    })
    const drops = await alertsAfterJobs(city, { rule: 'drops' })
    expect(drops.map(short)).toEqual([['yunbo', '2023Q4', { from: 1, to: 3, places: 2, table: 'city-wide' }]])
    await defineForTest(statistician(), { code: 'odd' })
    const rule = { kind: 'outlier', deviations: '3.5', leastPoints: '5', minHistory: 8 }
    await watchOnly('odd-ones', rule, ['odd'])
    const year = Array.from({ length: 12 }, () => '100')
    await publishForTest(statistician(), {
      odd: byPeriod({
        yunbo: months(2022, [...year, ...year.slice(1), '180']),
        heting: months(2022, [...year, ...year]),
      }),
    })
    const [odd, ...others] = await alertsAfterJobs(city, { rule: 'odd-ones' })
    expect(others).toEqual([])
    expect(odd).toMatchObject({
      unit: { key: 'yunbo' },
      period: '2023-12',
      numbers: { growth: '80', median: '0' },
    })
  })

  it('a gap to the pace is found for the target that runs', async () => {
    await defineForTest(statistician(), { code: 'built', measure: '套', overTime: 'sum' })
    await watchOnly('behind', { kind: 'gap', points: '10' }, ['built'])
    const target = { indicator: 'built', unit: 'yunbo', period: '2023', kind: 'cumulative', horizon: 'year' }
    await setTargets(statistician(), SetTargets.parse({ targets: [{ ...target, value: '120' }] }))
    await publishForTest(statistician(), { built: byPeriod({ yunbo: months(2023, ['10', '9', '1', '1']) }) })
    const behind = await alertsAfterJobs(city, { rule: 'behind' })
    expect(behind).toHaveLength(1)
    expect(behind[0]).toMatchObject({ period: '2023-04', numbers: { limit: '10', since: '2023-04' } })
    expect(behind[0]!.sentence).toMatch(/^云泊新区“built”到2023-04比应达进度落后1\d\.\d+个百分点/)
  })
})

describe('Every morning', () => {
  it('who has not reported what is due is found, once, of those who reported the month before', async () => {
    await defineForTest(statistician(), { code: 'late', name: '月报', lagDays: 5 })
    await watchOnly('silent', { kind: 'not-reported', graceDays: 2 }, ['late'])
    const both = { yunbo: '1', heting: '1', qingdu: '1' }
    await publishForTest(statistician(), { late: { '2024-01': { ...both, wangxi: '1' }, '2024-02': both } })
    await publishForTest(statistician(), { late: { '2024-03': { heting: '2' } } })
    const { units } = await statistician().transaction((tx) => openShown(statistician(), tx))
    const unit = units.byKey.get('qingdu')!.number
    const reported = ReportReadings.parse({
      period: '2024-03',
      entries: [{ indicator: 'late', unit, value: '3', isConfirmed: true, version: 0 }],
    })
    await reportReadings(statistician(), reported)
    city.setClock('2024-04-07T00:00:00Z')
    await daily()
    expect(await alertsAfterJobs(city, { rule: 'silent' })).toEqual([])
    city.setClock('2024-04-08T00:00:00Z')
    await daily()
    await daily()
    const silent = await alertsAfterJobs(city, { rule: 'silent' })
    expect(silent.map(short)).toEqual([['yunbo', '2024-03', { dueOn: '2024-04-05', graceDays: 2 }]])
    city.setClock('2024-04-10T02:00:00Z')
  })
})

describe('A rule', () => {
  it('tells the account that owns it, and nothing when it is off', async () => {
    await defineForTest(statistician(), { code: 'owned', frequency: 'year' })
    const rule = { key: 'own', kind: 'declines', periods: 1 }
    const watch = { indicators: ['owned'] }
    const input = DefineAlertRule.parse({ version: 0, name: 'own', rule, watch, ownerId: owner })
    await defineAlertRule(statistician(), 'own', input)
    await publishForTest(statistician(), { owned: { '2022': { yunbo: '2' }, '2023': { yunbo: '1' } } })
    expect((await alertsAfterJobs(city, { rule: 'own' })).map(({ owner: to }) => to)).toEqual([
      { id: owner, role: null },
    ])
    await expect(defineAlertRule(statistician(), 'own', input)).rejects.toMatchObject({
      code: 'indicators.alert-rule-changed',
    })
    await defineAlertRule(statistician(), 'own', { ...input, version: 1, isOn: false })
    await publishForTest(statistician(), { owned: { '2021': { yunbo: '5' }, '2022': { yunbo: '0' } } })
    await publishForTest(statistician(), { owned: { '2023': { yunbo: '-1' } } })
    expect(await alertsAfterJobs(city, { rule: 'own' })).toHaveLength(1)
    await expect(defineAlertRule(city.as('officer'), 'own', input)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

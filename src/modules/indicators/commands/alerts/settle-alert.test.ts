import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listJournal } from '../../../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { alertsAfterJobs } from '../../alerts/testing.ts'
import { getAlert } from '../../queries/alerts/alerts.ts'
import { type Alert, AlertToLedger, DefineAlertRule } from '../../schema/alerts.ts'
import { defineForTest, publishForTest } from '../../testing.ts'
import { defineAlertRule } from './define-alert-rule.ts'
import { alertToLedger, dismissAlert } from './settle-alert.ts'

let city: TestCity
let open: Alert[]
beforeAll(async () => {
  city = await openTestCity()
  const statistician = city.as('statistician')
  await defineForTest(statistician, { code: 'output', name: '产值', frequency: 'year' })
  const rule = { key: 'falls', kind: 'declines', periods: 1 }
  const watch = { indicators: ['output'] }
  await defineAlertRule(
    statistician,
    'falls',
    DefineAlertRule.parse({ version: 0, name: '产值回落', rule, watch, ownerRole: 'statistician' }),
  )
  const units = ['yunbo', 'heting', 'qingdu', 'wangxi']
  const all = (value: string) => Object.fromEntries(units.map((key) => [key, value]))
  await publishForTest(statistician, { output: { '2022': all('9'), '2023': all('8') } })
  open = await alertsAfterJobs(city, { rule: 'falls' })
})
afterAll(() => city?.close())

const alertOf = (key: string) => open.find(({ unit }) => unit.key === key)!
const input = (fields: object = {}) => AlertToLedger.parse({ version: 1, ...fields })
const items = async () => {
  const { rows } =
    await sql`select id, title, content, origin, origin_document, lead_unit_id, due_on, state, source_kind
    from ledger.item order by number`.execute(city.database.owner)
  return rows
}

describe('An alert', () => {
  it('becomes an item of the ledger with its numbers, and keeps which', async () => {
    const { id } = alertOf('yunbo')
    const settled = await alertToLedger(city.as('officer'), id, input({ dueOn: '2024-06-30' }))
    expect(settled).toMatchObject({ state: 'item', version: 2, changedBy: 'officer' })
    expect(await items()).toEqual([
      {
        id: settled.itemId,
        title: '云泊新区“产值”到2023连续1期变差，自2022的9至8',
        content:
          '云泊新区“产值”到2023连续1期变差，自2022的9至8。（预警规则：产值回落；指标：output；依据第1版数据）',
        origin: 'other',
        origin_document: '指标预警“产值回落”（2024-04-10）',
        lead_unit_id: city.unitId('yunbo'),
        due_on: '2024-06-30',
        state: 'draft',
        source_kind: 'by-hand',
      },
    ])
    const officer = city.as('officer')
    const { entries } = await officer.transaction((tx) => listJournal(tx, { subject: { id } }))
    expect(entries[0]).toMatchObject({
      action: 'indicators.alert-to-ledger',
      detail: { itemId: settled.itemId },
    })
    await expect(alertToLedger(officer, id, input({ version: 2 }))).rejects.toMatchObject({
      code: 'indicators.alert-settled',
    })
  })

  it('becomes one item when two press at once', async () => {
    const before = (await items()).length
    const both = await Promise.allSettled(
      [1, 2].map(() => alertToLedger(city.as('officer'), alertOf('heting').id, input())),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await items()).toHaveLength(before + 1)
  })

  it('stays open when the ledger refuses: to who may not enter items, and for a unit that is not there', async () => {
    const { id } = alertOf('qingdu')
    const before = await items()
    await expect(alertToLedger(city.as('statistician'), id, input())).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const nowhere = input({ leadUnitId: '00000000-0000-7000-8000-00000000abcd' })
    await expect(alertToLedger(city.as('officer'), id, nowhere)).rejects.toMatchObject({
      code: 'ledger.no-such-unit',
    })
    expect(await getAlert(city.as('auditor'), id)).toMatchObject({ state: 'open', itemId: null, version: 1 })
    expect(await items()).toEqual(before)
  })

  it('is put aside with a reason, by an owner of alerts only', async () => {
    const { id } = alertOf('wangxi')
    const dismissal = { version: 1, reason: '口径调整所致' }
    for (const role of ['liaison', 'leader', 'auditor'] as const)
      await expect(dismissAlert(city.as(role, { unit: 'yunbo' }), id, dismissal)).rejects.toMatchObject({
        kind: 'forbidden',
      })
    await expect(dismissAlert(city.as('officer'), id, { ...dismissal, version: 2 })).rejects.toMatchObject({
      code: 'indicators.alert-changed',
    })
    expect(await dismissAlert(city.as('statistician'), id, dismissal)).toMatchObject({
      state: 'dismissed',
      reason: '口径调整所致',
    })
    await expect(alertToLedger(city.as('officer'), id, input({ version: 2 }))).rejects.toMatchObject({
      code: 'indicators.alert-settled',
    })
  })

  it('cannot be raised or settled past the commands by a liaison', async () => {
    const liaison = city.as('liaison', { unit: 'yunbo' })
    const update = liaison.transaction((tx) =>
      sql`update indicators.alert set state = 'dismissed' where state = 'open'`.execute(tx),
    )
    expect((await update).numAffectedRows).toBe(0n)
    await expect(
      liaison.transaction((tx) =>
        sql`insert into indicators.alert select tenant_id, gen_random_uuid(), rule, 'forged', indicator, unit, period, detail,
          state, owner_id, owner_role, item_id, reason, raised_at, vintage, changed_at, changed_by, version
          from indicators.alert where state = 'open'`.execute(tx),
      ),
    ).rejects.toThrow(/row-level security/)
  })
})

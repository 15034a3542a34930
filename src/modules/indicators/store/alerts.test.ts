import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { defineAlertRule } from '../commands/alerts/define-alert-rule.ts'
import { DefineAlertRule } from '../schema/alerts.ts'
import { defineForTest, publishForTest } from '../testing.ts'
import { insertAlerts } from './alerts.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city?.close())

test('watches that find the same in another order at once raise each cause once, and none waits for ever', async () => {
  const statistician = city.as('statistician')
  await defineForTest(statistician, { code: 'output', name: '产值', measure: '亿元' })
  const at = statistician.clock.now()
  const common = { tenant_id: statistician.tenantId, changed_at: at, changed_by: 'test', version: 1 }
  const { vintage } = await publishForTest(statistician, { output: { '2024-01': { yunbo: '1' } } })
  const rule = { key: 'falls', kind: 'declines', periods: 3 }
  const asked = {
    version: 0,
    name: '连降',
    rule,
    watch: { indicators: ['output'] },
    ownerRole: 'statistician',
  }
  await defineAlertRule(statistician, 'falls', DefineAlertRule.parse(asked))
  const numbers = await statistician.transaction(async (tx) => {
    const { rows } = await sql<{ indicator: number; unit: number }>`
      select (select min(number) from indicators.indicator) as indicator,
        (select min(number) from indicators.measured_unit) as unit`.execute(tx)
    return rows[0]!
  })
  const row = (cause: number) => ({
    ...common,
    ...numbers,
    id: newId(at.getTime()),
    rule: 'falls',
    cause: `falls ${cause}`,
    period: 400202401,
    detail: '{}',
    state: 'open' as const,
    owner_id: null,
    owner_role: 'statistician' as const,
    item_id: null,
    reason: '',
    raised_at: at,
    vintage,
  })
  let isFirstIn = () => {}
  const firstIn = new Promise<void>((resolve) => {
    isFirstIn = resolve
  })
  const one = statistician.transaction(async (tx) => {
    const raised = await insertAlerts(tx, [row(1)] as never)
    isFirstIn()
    // Long enough for the other to have come to what this one holds.
    await new Promise((resolve) => setTimeout(resolve, 300))
    return [...raised, ...(await insertAlerts(tx, [row(2)] as never))]
  })
  await firstIn
  const other = statistician.transaction((tx) => insertAlerts(tx, [row(2), row(1)] as never))
  const raised = await Promise.all([one, other])
  expect(raised.map((ids) => ids.length)).toEqual([2, 0])
})

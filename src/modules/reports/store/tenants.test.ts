import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { modules } from '../../../apps/modules.ts'
import type { Context } from '../../../kernel/context.ts'
import { createContext, systemActor } from '../../../platform/database/index.ts'
import { createTenant } from '../../../platform/tenants/index.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { readPack, storeRegister } from '../../units/index.ts'
import { decideStatement } from '../commands/decide-statement.ts'
import { getReport } from '../queries/get-report.ts'
import { listReports } from '../queries/list-reports.ts'
import type { ReportSummary, Statement } from '../schema.ts'
import { storeFixtureReport } from '../testing.ts'

let city: TestCity
let neighbour: Context
let ours: { report: ReportSummary; statements: Statement[] }
beforeAll(async () => {
  city = await openTestCity()
  const { database, clock } = city
  const tenant = await createTenant(database, { key: 'neighbour', name: '邻市', pack: 'riverport' })
  neighbour = createContext({
    database,
    tenantId: tenant.id,
    actor: systemActor(modules),
    clock,
    locale: 'zh-CN',
    modules,
  })
  await storeRegister(neighbour, readPack('riverport').register)
  ours = await storeFixtureReport(city.as('officer'))
})
afterAll(() => city.close())

test('the neighbour finds neither report nor statement of ours, and may receive the same text itself', async () => {
  expect(await listReports(neighbour, { page: 1, pageSize: 10 })).toMatchObject({ total: 0 })
  await expect(getReport(neighbour, ours.report.id)).rejects.toMatchObject({ code: 'reports.no-such-report' })
  const decision = { version: 1, decision: 'accept' } as const
  await expect(decideStatement(neighbour, ours.statements[0]!.id, decision)).rejects.toMatchObject({
    code: 'reports.no-such-statement',
  })
  const theirs = await storeFixtureReport(neighbour)
  expect(theirs.report.id).not.toBe(ours.report.id)
  expect((await listReports(city.as('officer'), { page: 1, pageSize: 10 })).total).toBe(1)
})

test.each(['report', 'document', 'article', 'statement', 'statement_version'])(
  'no row of ours in reports.%s is seen or written from another tenant, whatever the SQL',
  async (table) => {
    const rows = await neighbour.transaction((tx) =>
      sql<{ tenant_id: string }>`select tenant_id from ${sql.table(`reports.${table}`)}`.execute(tx),
    )
    expect(rows.rows.every((row) => row.tenant_id === neighbour.tenantId)).toBe(true)
  },
)

test('a statement cannot be put into a report of another tenant', async () => {
  const copy = neighbour.transaction((tx) =>
    sql`insert into reports.article (tenant_id, report_id, index, other_headlines, kind, span)
      values (${city.tenant.id}, ${ours.report.id}, 9, '[]', 'other', '[0, 1]')`.execute(tx),
  )
  await expect(copy).rejects.toThrow(/row-level security/)
})

import { beginWithAccepted } from '../../modules/indicators/index.ts'
import { readRecord } from '../../modules/reports/index.ts'
import { listTenants } from '../../platform/tenants/index.ts'
import type { Installation } from '../installation/open-installation.ts'

/**
 * Gives the indicators what was accepted before they were there, once for each tenant: an installation that was upgraded
 * has its claims, too. This layer knows both modules, which do not know each other (docs/decisions/0019).
 * @returns how many claims are new
 */
export async function beginClaims({
  database,
  asSystem,
}: Pick<Installation, 'database' | 'asSystem'>): Promise<number> {
  let count = 0
  for (const { id } of await listTenants(database)) {
    const ctx = asSystem(id)
    count += await beginWithAccepted(ctx, async (tx) => {
      const { statements, reports } = await readRecord(ctx, tx)
      return statements.map((statement) => ({ statement, report: reports.get(statement.reportId)! }))
    })
  }
  return count
}

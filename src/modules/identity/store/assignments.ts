import type { Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import { identityTables, type NewRow } from './tables.ts'

export interface Assignment {
  id: string
  role: string
  /** Null: the account's own unit. */
  unitId: string | null
  fromOn: Day | null
  untilOn: Day | null
}

export async function insertAssignments(
  tx: Tx,
  accountId: string,
  {
    assignments,
    createdBy,
    tenantId,
    createdAt,
  }: NewRow & { assignments: readonly Assignment[]; createdBy: string },
): Promise<void> {
  if (assignments.length === 0) return
  const rows = assignments.map(({ id, role, unitId, fromOn, untilOn }) => ({
    tenant_id: tenantId,
    id,
    account_id: accountId,
    role,
    unit_id: unitId,
    from_on: fromOn,
    until_on: untilOn,
    created_at: createdAt,
    created_by: createdBy,
  }))
  await identityTables(tx).insertInto('identity.role_assignment').values(rows).execute()
}

/** All of an account, past ones and coming ones as well. */
export async function listAssignments(tx: Tx, accountId: string): Promise<Assignment[]> {
  const rows = await identityTables(tx)
    .selectFrom('identity.role_assignment')
    .select(['id', 'role', 'unit_id as unitId', 'from_on as fromOn', 'until_on as untilOn'])
    .where('account_id', '=', accountId)
    .orderBy('role')
    .orderBy('id')
    .execute()
  return rows
}

export async function deleteAssignments(tx: Tx, accountId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const query = identityTables(tx).deleteFrom('identity.role_assignment').where('account_id', '=', accountId)
  await query.where('id', 'in', [...ids]).execute()
}

/** How many accounts hold a role, now or later, by role. */
export async function countHolders(tx: Tx, today: Day): Promise<Map<string, number>> {
  const rows = await identityTables(tx)
    .selectFrom('identity.role_assignment')
    .select(['role', (each) => each.fn.count<number>('account_id').distinct().as('count')])
    .where((each) => each.or([each('until_on', 'is', null), each('until_on', '>=', today)]))
    .groupBy('role')
    .execute()
  return new Map(rows.map(({ role, count }) => [role, Number(count)]))
}

/** Of every account, to show them together. */
export async function listAllAssignments(tx: Tx): Promise<(Assignment & { accountId: string })[]> {
  return identityTables(tx)
    .selectFrom('identity.role_assignment')
    .select(['id', 'role', 'unit_id as unitId', 'from_on as fromOn', 'until_on as untilOn'])
    .select('account_id as accountId')
    .orderBy('account_id')
    .orderBy('role')
    .orderBy('id')
    .execute()
}

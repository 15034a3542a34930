import { sql } from 'kysely'
import type { Context, Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import { identityTables } from './tables.ts'

export interface Delegation {
  id: string
  fromAccount: string
  toAccount: string
  /** Null: all that the giver holds. */
  assignmentIds: string[] | null
  fromOn: Day
  untilOn: Day
  createdAt: Date
  createdBy: string
  revokedOn: Day | null
}

export async function insertDelegation(
  tx: Tx,
  tenantId: string,
  delegation: Omit<Delegation, 'revokedOn'>,
): Promise<void> {
  const row = {
    tenant_id: tenantId,
    id: delegation.id,
    from_account: delegation.fromAccount,
    to_account: delegation.toAccount,
    assignment_ids: delegation.assignmentIds,
    from_on: delegation.fromOn,
    until_on: delegation.untilOn,
    created_at: delegation.createdAt,
    created_by: delegation.createdBy,
    revoked_at: null,
    revoked_on: null,
    revoked_by: null,
  }
  await identityTables(tx).insertInto('identity.delegation').values(row).execute()
}

const selectDelegations = (tx: Tx) =>
  identityTables(tx)
    .selectFrom('identity.delegation')
    .select(['id', 'from_account as fromAccount', 'to_account as toAccount'])
    .select(['assignment_ids as assignmentIds', 'from_on as fromOn', 'until_on as untilOn'])
    .select(['created_at as createdAt', 'created_by as createdBy', 'revoked_on as revokedOn'])

/** Not over on the day; of one account, given or received, or of all; soonest first. */
export async function listDelegations(
  tx: Tx,
  { since, ofAccount }: { since: Day; ofAccount?: string },
): Promise<Delegation[]> {
  let query = selectDelegations(tx).where('until_on', '>=', since).orderBy('from_on').orderBy('id')
  if (ofAccount !== undefined)
    query = query.where((each) =>
      each.or([each('from_account', '=', ofAccount), each('to_account', '=', ofAccount)]),
    )
  return query.execute()
}

/** Locks the row: it is revoked once. */
export async function findDelegationToChange(tx: Tx, id: string): Promise<Delegation | undefined> {
  return selectDelegations(tx).where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function revokeDelegation(
  tx: Tx,
  id: string,
  { at, on, by }: { at: Date; on: Day; by: string },
): Promise<void> {
  const set = { revoked_at: at, revoked_on: on, revoked_by: by }
  await identityTables(tx).updateTable('identity.delegation').set(set).where('id', '=', id).execute()
}

/** Who has everything of an account in hand today, for those of the accounts that are away. */
export async function findStandIns(
  ctx: Context,
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const today = ctx.clock.today()
  const rows = await identityTables(tx)
    .selectFrom('identity.delegation as delegation')
    .innerJoin('identity.account as standIn', (join) =>
      join
        .onRef('standIn.tenant_id', '=', 'delegation.tenant_id')
        .onRef('standIn.id', '=', 'delegation.to_account'),
    )
    .select(['from_account as absent', 'to_account as standIn'])
    .where('from_account', '=', sql<string>`any(${ids}::uuid[])`)
    .where('from_on', '<=', today)
    .where('until_on', '>=', today)
    .where('revoked_at', 'is', null)
    .where('assignment_ids', 'is', null)
    .where('standIn.disabled_at', 'is', null)
    .orderBy('delegation.id')
    .execute()
  const found = new Map<string, string[]>()
  for (const { absent, standIn } of rows) found.set(absent, [...(found.get(absent) ?? []), standIn])
  return found
}

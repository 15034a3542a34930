import type { Tx } from '../../../kernel/context.ts'
import { identityTables, type NewRow } from './tables.ts'

export interface ExternalIdentity {
  issuer: string
  subject: string
}

export async function findLinkedAccountId(
  tx: Tx,
  { issuer, subject }: ExternalIdentity,
): Promise<string | undefined> {
  const row = await identityTables(tx)
    .selectFrom('identity.external_identity')
    .select('account_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.account_id
}

/** Instead of what the account was linked to at this issuer. False when the subject is another account's. */
export async function linkIdentity(
  tx: Tx,
  { accountId, issuer, subject }: ExternalIdentity & { accountId: string },
  { tenantId, createdAt }: NewRow,
): Promise<boolean> {
  await unlinkIdentity(tx, { accountId, issuer })
  const result = await identityTables(tx)
    .insertInto('identity.external_identity')
    .values({ tenant_id: tenantId, issuer, subject, account_id: accountId, linked_at: createdAt })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'issuer', 'subject']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function unlinkIdentity(
  tx: Tx,
  { accountId, issuer }: { accountId: string; issuer: string },
): Promise<void> {
  await identityTables(tx)
    .deleteFrom('identity.external_identity')
    .where('account_id', '=', accountId)
    .where('issuer', '=', issuer)
    .execute()
}

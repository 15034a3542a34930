import type { Tx } from '../../../kernel/context.ts'

const tables = (tx: Tx) =>
  tx.withTables<{ 'indicators.loaded_pack': { tenant_id: string; key: string; loaded_at: Date } }>()

/** The keys of the releases that were published. */
export async function loadedReleases(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tables(tx).selectFrom('indicators.loaded_pack').select('key').execute()
  return new Set(rows.map(({ key }) => key))
}

export async function insertLoadedRelease(
  tx: Tx,
  { tenantId, key, at }: { tenantId: string; key: string; at: Date },
): Promise<void> {
  await tables(tx)
    .insertInto('indicators.loaded_pack')
    .values({ tenant_id: tenantId, key, loaded_at: at })
    .execute()
}

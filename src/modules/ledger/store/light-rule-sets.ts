import type { Context, Tx } from '../../../kernel/context.ts'
import { tables } from './tables.ts'

export interface StoredRuleSet {
  readonly key: string
  readonly ruleSet: unknown
  readonly version: number
  readonly changedAt: Date
  readonly changedBy: string
}

/** The rule sets of the city's own, by key. */
export async function listRuleSets(tx: Tx): Promise<StoredRuleSet[]> {
  const rows = await tables(tx).selectFrom('ledger.light_rule_set').selectAll().orderBy('key').execute()
  return rows.map((row) => ({
    key: row.key,
    ruleSet: row.rule_set,
    version: row.version,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  }))
}

/** A rule set of the city's own. */
export async function findRuleSet(tx: Tx, key: string): Promise<StoredRuleSet | undefined> {
  return (await listRuleSets(tx)).find((set) => set.key === key)
}

export async function putRuleSet(
  ctx: Context,
  tx: Tx,
  { key, ruleSet, version }: Pick<StoredRuleSet, 'key' | 'ruleSet' | 'version'>,
): Promise<void> {
  const row = {
    rule_set: JSON.stringify(ruleSet),
    version,
    changed_at: ctx.clock.now(),
    changed_by: ctx.actor.name,
  }
  await tables(tx)
    .insertInto('ledger.light_rule_set')
    .values({ tenant_id: ctx.tenantId, key, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doUpdateSet(row))
    .execute()
}

export async function deleteRuleSet(tx: Tx, key: string): Promise<void> {
  await tables(tx).deleteFrom('ledger.light_rule_set').where('key', '=', key).execute()
}

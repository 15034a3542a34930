import type { Context, Tx } from '../../../../kernel/context.ts'
import { newId } from '../../../../kernel/ids.ts'
import type { Verification } from '../../schema.ts'
import type { StoredItem } from '../../store/items.ts'
import { insertVerification } from '../../store/verifications.ts'

interface Writing extends Pick<Verification, 'purpose' | 'method' | 'thirdParty' | 'result' | 'findings'> {
  readonly item: StoredItem
}

/** Stores what was found by whoever verified, and how. Returns its id for the journal. */
export async function writeVerification(ctx: Context, tx: Tx, writing: Writing): Promise<string> {
  const { item, purpose, method, thirdParty, result, findings } = writing
  const now = ctx.clock.now()
  const id = newId(now.getTime())
  await insertVerification(tx, {
    tenant_id: ctx.tenantId,
    id,
    item_id: item.id,
    round: item.round,
    purpose,
    method,
    third_party: thirdParty,
    result,
    findings,
    verified_at: now,
    verified_on: ctx.clock.today(),
    verifier_id: ctx.actor.userId,
    verifier: ctx.actor.name,
  })
  return id
}

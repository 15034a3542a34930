import type { Context, Tx } from '../../../../kernel/context.ts'
import { newId } from '../../../../kernel/ids.ts'
import { authorize, noteNames } from '../../../../kernel/permissions.ts'
import { receiveFile } from '../../../../platform/files/index.ts'
import { loadClockFacts } from '../../clock-facts.ts'
import { loadStepFacts } from '../../load-step-facts.ts'
import { refuse } from '../../refuse.ts'
import { actingUnit } from '../../rules/lifecycle/acting-unit.ts'
import { actionOf } from '../../rules/lifecycle/events.ts'
import { stepRefusals, unitsConcerned } from '../../rules/lifecycle/step-refusals.ts'
import type { AddLink, Evidence } from '../../schema.ts'
import { insertEvidence } from '../../store/evidence.ts'
import type { StoredItem } from '../../store/items.ts'
import { lockItem } from '../lock-item.ts'
import { noteEvent } from '../note-event.ts'

interface HandedIn {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly note: string
}

/**
 * Adds a file to an item's round. It is looked over and kept before the row that names it is written; whoever may not
 * add it is refused before. Evidence is never changed and never deleted.
 * @throws what `stepRefusals` says of `addEvidence`, and `platform.file-…`
 */
export async function addFile(ctx: Context, id: string, { note, ...file }: HandedIn): Promise<Evidence> {
  authorize(ctx, 'ledger.work')
  await ctx.transaction((tx) => lockForEvidence(ctx, tx, id))
  const { fileName, mediaType, bytes, sha256 } = await receiveFile(ctx, file)
  return addRow(ctx, id, {
    kind: 'file',
    file_name: fileName,
    media_type: mediaType,
    bytes,
    sha256,
    url: null,
    note,
  })
}

/** Adds a link. @throws what `stepRefusals` says of `addEvidence` */
export async function addLink(ctx: Context, id: string, { url, note }: AddLink): Promise<Evidence> {
  authorize(ctx, 'ledger.work')
  const nothing = { file_name: null, media_type: null, bytes: null, sha256: null }
  return addRow(ctx, id, { kind: 'link', ...nothing, url, note })
}

type Given = Pick<
  Parameters<typeof insertEvidence>[1],
  'kind' | 'file_name' | 'media_type' | 'bytes' | 'sha256' | 'url' | 'note'
>

function addRow(ctx: Context, id: string, given: Given): Promise<Evidence> {
  return ctx.transaction(async (tx) => {
    const item = await lockForEvidence(ctx, tx, id)
    const now = ctx.clock.now()
    const evidence = await insertEvidence(tx, {
      ...given,
      tenant_id: ctx.tenantId,
      id: newId(now.getTime()),
      item_id: id,
      report_id: null,
      round: item.round,
      unit_id: actingUnit(ctx.actor, item),
      added_at: now,
      added_by: ctx.actor.name,
      adder_id: ctx.actor.userId,
    })
    const { kind, fileName, sha256, url, unitId } = evidence
    const detail = { evidenceId: evidence.id, kind, fileName, sha256, url, unitId }
    await noteEvent(ctx, tx, { item, action: 'ledger.evidence-added', detail })
    return evidence
  })
}

async function lockForEvidence(ctx: Context, tx: Tx, id: string): Promise<StoredItem> {
  const item = await lockItem(ctx, tx, { id })
  const steps = await loadStepFacts(ctx, tx, { item, facts: await loadClockFacts(ctx, tx) })
  await refuse(ctx, tx, { number: item.number, refusals: stepRefusals('addEvidence', steps) })
  const { permission, by } = actionOf('addEvidence')
  noteNames(ctx.actor.grants, permission, unitsConcerned(by, item))
  return item
}

import type { Context, Tx } from '../../../../kernel/context.ts'
import { newId } from '../../../../kernel/ids.ts'
import { journal } from '../../../../platform/journal/index.ts'
import type { PartRef } from '../../schema/matter.ts'
import {
  insertMatter,
  type MatterChange,
  putParts,
  type StoredMatter,
  updateMatter,
} from '../../store/follow/matters.ts'

/** Begins a matter with its parts and journals it. */
export async function writeNewMatter(
  ctx: Context,
  tx: Tx,
  { unitId, title, parts }: { unitId: string; title: string | null; parts: readonly PartRef[] },
): Promise<string> {
  const now = ctx.clock.now()
  const id = newId(now.getTime())
  await insertMatter(tx, ctx.tenantId, { id, unitId, title, createdAt: now, createdBy: ctx.actor.name })
  await moveParts(ctx, tx, { matterId: id, unitId, parts })
  const partIds = parts.map((part) => part.id)
  await journal(tx, ctx, {
    action: 'reviews.matter-begun',
    subject: { type: 'matter', id },
    detail: { unitId, title, partIds },
  })
  return id
}

/** Puts parts into a matter, out of whichever one they were in. */
export async function moveParts(
  ctx: Context,
  tx: Tx,
  { matterId, unitId, parts }: { matterId: string; unitId: string; parts: readonly PartRef[] },
): Promise<void> {
  await putParts(
    tx,
    ctx.tenantId,
    parts.map(({ kind, id }) => ({
      kind,
      id,
      matterId,
      unitId,
      addedAt: ctx.clock.now(),
      addedBy: ctx.actor.name,
    })),
  )
}

/** Changes a locked matter and journals what was done. */
export async function writeMatterChange(
  ctx: Context,
  tx: Tx,
  {
    matter,
    action,
    detail,
    ...change
  }: Omit<MatterChange, 'version' | 'changedAt' | 'changedBy'> & {
    readonly matter: StoredMatter
    readonly action: string
    readonly detail: Record<string, unknown>
  },
): Promise<void> {
  await updateMatter(tx, matter.id, {
    ...change,
    version: matter.version + 1,
    changedAt: ctx.clock.now(),
    changedBy: ctx.actor.name,
  })
  await journal(tx, ctx, {
    action: `reviews.${action}`,
    subject: { type: 'matter', id: matter.id },
    detail: { ...detail, unitId: matter.unitId },
  })
}

import type { Readable } from 'node:stream'
import type { Context } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { filesOf } from '../../../platform/files/index.ts'
import { findEvidence } from '../store/evidence.ts'

export interface OpenEvidence {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly content: Readable
}

/**
 * Opens a file of an item that the actor sees, once its content is what was uploaded.
 * @throws `ledger.no-such-file`, also for one that the actor may not see or that is a link; `platform.file-lost`,
 * `platform.file-altered`
 */
export async function openEvidence(
  ctx: Context,
  { itemId, id }: { itemId: string; id: string },
): Promise<OpenEvidence> {
  authorize(ctx, 'ledger.read')
  const evidence = await ctx.transaction((tx) => findEvidence(tx, { itemId, id }))
  const { fileName, mediaType, bytes, sha256 } = evidence ?? {}
  if (!fileName || !mediaType || !bytes || !sha256) throw notFound('ledger.no-such-file', { id })
  const content = await filesOf(ctx).open({ sha256, bytes }, { verifyHash: true })
  return { fileName, mediaType, bytes, sha256, content }
}

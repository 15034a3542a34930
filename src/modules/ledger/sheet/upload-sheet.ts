import type { Context } from '../../../kernel/context.ts'
import { newId } from '../../../kernel/ids.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { filesOf } from '../../../platform/files/index.ts'
import { type ProposeSheet, type SheetImport, SheetOptions } from '../schema/sheets.ts'
import { insertImport, updateImport } from '../store/sheet-imports.ts'
import { getImport } from './present-import.ts'
import { proposeFirst } from './propose-first.ts'
import { proposeMapping } from './propose-mapping.ts'
import { openStored, requireImport } from './stored-sheet.ts'

const LONGEST_NAME = 200
/** Nothing is under way, so the mapping may change. */
export const IDLE = ['uploaded', 'ready', 'failed', 'cancelled'] as const

/**
 * Keeps a spreadsheet and proposes which column holds what.
 * @throws the refusals of `proposeFirst`; then nothing is kept
 */
export async function uploadSheet(
  ctx: Context,
  { bytes, fileName }: { bytes: Uint8Array; fileName: string },
): Promise<SheetImport> {
  authorize(ctx, 'ledger.import')
  const name = cleanName(fileName)
  const { format, proposal } = await proposeFirst(ctx, { bytes, fileName: name })
  const stored = await filesOf(ctx).put(bytes)
  const now = ctx.clock.now()
  const id = newId(now.getTime())
  await ctx.transaction((tx) =>
    insertImport(tx, {
      tenant_id: ctx.tenantId,
      id,
      file_name: name,
      sha256: stored.sha256,
      bytes: stored.bytes,
      format,
      state: 'uploaded',
      mapping: JSON.stringify(proposal.mapping),
      options: JSON.stringify(SheetOptions.parse(proposal.options)),
      preview: 'null',
      problems: '[]',
      counts: '{}',
      rows_done: 0,
      rows_total: proposal.rowsTotal,
      failure: 'null',
      created_at: now,
      creator_id: ctx.actor.userId,
      created_by: ctx.actor.name,
      finished_at: null,
    }),
  )
  return getImport(ctx, id)
}

/** Proposes anew for another sheet of the file or other heading rows. @throws `ledger.import-busy` and as before */
export async function proposeAgain(ctx: Context, id: string, asked: ProposeSheet): Promise<SheetImport> {
  authorize(ctx, 'ledger.import')
  const row = await ctx.transaction((tx) => requireImport(tx, id, IDLE))
  const sheet = await openStored(ctx, row, { sheet: asked.sheet })
  const { mapping, rowsTotal, options } = await proposeMapping(ctx, sheet, asked).finally(() => sheet.close())
  await ctx.transaction((tx) =>
    updateImport(
      tx,
      { id, from: IDLE },
      {
        state: 'uploaded',
        mapping: JSON.stringify(mapping),
        options: JSON.stringify({ ...SheetOptions.parse(row.options), ...options }),
        rows_total: rowsTotal,
        preview: 'null',
        problems: '[]',
        counts: '{}',
        failure: 'null',
      },
    ),
  )
  return getImport(ctx, id)
}

/** What the browser calls the file, without paths and control characters. */
function cleanName(fileName: string): string {
  const base = fileName.split(/[\\/]/).at(-1) ?? ''
  return base.replace(/\p{C}/gu, '').trim().slice(-LONGEST_NAME) || 'sheet'
}

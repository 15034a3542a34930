import type { Context, Tx } from '../../../kernel/context.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { filesOf } from '../../../platform/files/index.ts'
import { type OpenSheet, openSheet } from '../../../platform/sheets/index.ts'
import type { SheetMapping } from '../rules/sheet/imported-item.ts'
import type { SheetField, SheetImportState, SheetPreviewRow } from '../schema/sheets.ts'
import { findImport, type StoredImport } from '../store/sheet-imports.ts'
import type { StoredNote } from './sheet-notes.ts'

/** What is kept of a sheet's beginning. */
export interface StoredMapping extends SheetMapping {
  readonly sheet: string
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean }[]
  readonly headings: readonly (readonly string[])[]
  readonly samples: readonly (readonly string[])[]
  readonly confidence: readonly number[]
  readonly alternatives: readonly (readonly SheetField[])[]
  readonly isRemembered: boolean
  readonly fingerprint: string
}

export interface StoredPreview {
  readonly rows: readonly SheetPreviewRow[]
  readonly warnings: readonly StoredNote[]
  readonly unknownUnits: readonly { readonly name: string; readonly rows: number }[]
  /** All problems as csv in the file store. */
  readonly problemFile: { readonly sha256: string; readonly bytes: number } | null
}

export const mappingOf = (row: StoredImport) => row.mapping as StoredMapping
export const previewOf = (row: StoredImport) => row.preview as StoredPreview | null

/** @throws `ledger.no-such-import`, `ledger.import-busy` when it is in another state than those asked for */
export async function requireImport(
  tx: Tx,
  id: string,
  states?: readonly SheetImportState[],
): Promise<StoredImport> {
  const row = await findImport(tx, id, { forUpdate: states !== undefined })
  if (!row) throw notFound('ledger.no-such-import', { id })
  if (states && !states.includes(row.state)) throw conflict('ledger.import-busy', { state: row.state })
  return row
}

/** Opens the stored file of an import at the sheet that was chosen. */
export async function openStored(
  ctx: Context,
  row: Pick<StoredImport, 'sha256' | 'bytes' | 'file_name'>,
  { sheet, signal }: { sheet?: string; signal?: AbortSignal } = {},
): Promise<OpenSheet> {
  const content = await filesOf(ctx).open({ sha256: row.sha256, bytes: Number(row.bytes) })
  const chunks: Buffer[] = []
  for await (const chunk of content) chunks.push(chunk as Buffer)
  return openSheet({ source: { bytes: Buffer.concat(chunks) }, fileName: row.file_name, sheet, signal })
}

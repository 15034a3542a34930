import type { Context, Locale, Tx } from '../../../kernel/context.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { filesOf } from '../../../platform/files/index.ts'
import { type OpenSheet, openSheet } from '../../../platform/sheets/index.ts'
import type { SheetProblem } from '../rules/sheet/observation-sink.ts'
import type { TableMapping } from '../rules/sheet/table-mapping.ts'
import type { SheetState } from '../schema/sheets.ts'
import { wordOf } from '../sentences.ts'
import { findImport, type StoredImport } from '../store/imports.ts'

/** What is kept of a table and how it is read. */
export interface StoredTable {
  readonly sheet: string
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean }[]
  readonly titles: readonly string[]
  readonly headings: readonly (readonly string[])[]
  readonly samples: readonly (readonly string[])[]
  readonly confidence: readonly number[]
  readonly unsaid: readonly ('unit' | 'period' | 'indicator' | 'values')[]
  readonly isRemembered: boolean
  readonly fingerprint: string
  readonly mapping: TableMapping
}

/** An SDMX message, which says itself what everything in it is. */
export const isMessage = ({ format }: Pick<StoredImport, 'format'>) =>
  format === 'sdmx-csv' || format === 'sdmx-json'

export interface StoredFinding {
  readonly id: string
  readonly code: string
  readonly severity: 'error' | 'warning' | 'hint'
  readonly indicator: string
  readonly period: string | null
  readonly units: readonly string[]
  readonly cells: readonly string[]
  readonly cellCount: number
  readonly numbers: Readonly<Record<string, number | string>>
}

export interface StoredPreview {
  readonly values: readonly {
    readonly cell: string
    readonly indicator: string
    readonly period: string
    readonly unit: string
    readonly value: string | null
    readonly published: string | null
  }[]
  readonly findings: readonly StoredFinding[]
  readonly unknownUnits: readonly { readonly name: string; readonly cells: number }[]
  readonly unknownIndicators: readonly { readonly name: string; readonly cells: number }[]
  /** All problems and findings as csv in the file store. */
  readonly problemFile: { readonly sha256: string; readonly bytes: number } | null
}

export interface StoredDecision {
  readonly finding: string
  readonly decision: 'confirmed'
  readonly reason: string
  readonly by: string
  readonly at: string
}

export interface StoredOptions {
  readonly decisions: readonly StoredDecision[]
  readonly into: 'vintage' | 'readings'
  readonly note: string
}

export const tableOf = (row: Pick<StoredImport, 'mapping'>) => row.mapping as StoredTable
export const previewOf = (row: Pick<StoredImport, 'preview'>) => row.preview as StoredPreview | null
export const optionsOf = (row: Pick<StoredImport, 'options'>): StoredOptions => ({
  decisions: [],
  into: 'vintage',
  note: '',
  ...(row.options as Partial<StoredOptions>),
})
export const problemsOf = (row: Pick<StoredImport, 'problems'>) => row.problems as readonly SheetProblem[]

/** As many rows as issue 4's goal asks for, and room beyond; memory is that of the values, not of the rows. */
const LIMITS = { maxRows: 2_000_000 }

/** @throws `indicators.no-such-import`, `indicators.import-busy` when it is in another state than those asked for */
export async function requireImport(
  tx: Tx,
  id: string,
  asked?: { readonly states: readonly SheetState[]; readonly locale: Locale },
): Promise<StoredImport> {
  const row = await findImport(tx, id, { forUpdate: asked !== undefined })
  if (!row) throw notFound('indicators.no-such-import', { id })
  const { state } = row
  if (asked && !asked.states.includes(state))
    throw conflict('indicators.import-busy', {
      state,
      stateWord: wordOf(asked.locale, 'import-state', state),
    })
  return row
}

export function openBytes(bytes: Uint8Array, fileName: string, sheet?: string): Promise<OpenSheet> {
  return openSheet({ source: { bytes }, fileName, limits: LIMITS, ...(sheet === undefined ? {} : { sheet }) })
}

/** The stored file of an import. */
export async function readStored(ctx: Context, row: Pick<StoredImport, 'sha256' | 'bytes'>): Promise<Buffer> {
  const content = await filesOf(ctx).open({ sha256: row.sha256, bytes: Number(row.bytes) })
  const chunks: Buffer[] = []
  for await (const chunk of content) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Opens the stored file at the sheet that was chosen. */
export async function openStored(
  ctx: Context,
  row: Pick<StoredImport, 'sha256' | 'bytes' | 'file_name'>,
  { sheet, signal }: { sheet?: string; signal?: AbortSignal } = {},
): Promise<OpenSheet> {
  const bytes = await readStored(ctx, row)
  return openSheet({
    source: { bytes },
    fileName: row.file_name,
    limits: LIMITS,
    ...(sheet === undefined ? {} : { sheet }),
    ...(signal === undefined ? {} : { signal }),
  })
}

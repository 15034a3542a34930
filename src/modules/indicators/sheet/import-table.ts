import type { Context } from '../../../kernel/context.ts'
import type { IndicatorSheet } from '../schema/sheets.ts'
import { checkIndicatorSheet, decideFindings, startIndicatorSheet } from './decide-sheet.ts'
import { getIndicatorSheet } from './present-sheet.ts'
import { importIndicatorSheet } from './sheet-job.ts'
import { uploadIndicatorSheet } from './upload-sheet.ts'

export interface ImportTable {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly source: string
  readonly note: string
  /** Why all findings that are only warnings are right as they are; without it each of them stops the import. */
  readonly confirm?: string | undefined
  /** Only looked at; nothing is published. */
  readonly isTrial?: boolean
}

export interface ImportedTable {
  /** `unsound`: problems or errors; `undecided`: warnings that nobody has confirmed; `failed`: told by `sheet.failure`. */
  readonly kind: 'published' | 'unchanged' | 'unsound' | 'undecided' | 'sound' | 'failed'
  readonly sheet: IndicatorSheet
}

/**
 * Reads a statistical table as it is proposed, checks it and publishes it, all in this call: for the command line. What is
 * stopped stays among the imports, where a person goes on. The queued job, should a server run it, finds it done.
 * @throws those of `uploadIndicatorSheet`
 */
export async function importTable(ctx: Context, given: ImportTable): Promise<ImportedTable> {
  const { source, note, confirm } = given
  const { id, mapping, state } = await uploadIndicatorSheet(ctx, given)
  if (state === 'uploaded') await checkIndicatorSheet(ctx, id, mapping)
  const checked = await finished(ctx, id)
  if (checked.state !== 'ready') return { kind: 'failed', sheet: checked }
  const { problems, blocking } = checked.counts!
  if (problems + blocking > 0) return { kind: 'unsound', sheet: checked }
  const open = checked.findings.filter((each) => each.severity === 'warning' && each.decision === null)
  if (open.length > 0 && confirm === undefined) return { kind: 'undecided', sheet: checked }
  if (given.isTrial) return { kind: 'sound', sheet: checked }
  if (open.length > 0) {
    const decisions = open.map((finding) => ({
      finding: finding.id,
      decision: 'confirmed' as const,
      reason: confirm!,
    }))
    await decideFindings(ctx, id, { decisions })
  }
  await startIndicatorSheet(ctx, id, { into: 'vintage', source, note })
  const sheet = await finished(ctx, id)
  if (sheet.state !== 'done') return { kind: 'failed', sheet }
  return { kind: sheet.vintage === null ? 'unchanged' : 'published', sheet }
}

/** Does here what the job would do, and says how it ended. */
async function finished(ctx: Context, id: string): Promise<IndicatorSheet> {
  const { signal } = new AbortController()
  const run = { signal, jobKey: id, attempt: 1 }
  await importIndicatorSheet(ctx, { importId: id, locale: ctx.locale }, run)
  return getIndicatorSheet(ctx, id)
}

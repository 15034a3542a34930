import type { Context, Tx } from '../../../kernel/context.ts'
import { filesOf } from '../../../platform/files/index.ts'
import { type OpenSheet, type SheetValue, writeCsv } from '../../../platform/sheets/index.ts'
import { takeOver } from '../rules/sheet/take-over.ts'
import { type SheetCounts, SheetOptions, type SheetPreviewRow } from '../schema/sheets.ts'
import type { StoredImport } from '../store/sheet-imports.ts'
import { batchesOf, prepareRows } from './prepare-rows.ts'
import type { RowOutcome } from './row-evaluator.ts'
import { presentNote, type StoredNote, storedNote } from './sheet-notes.ts'
import { mappingOf, type StoredPreview } from './stored-sheet.ts'

const BATCH = 200
const SHOWN_ROWS = 30
const SHOWN_NOTES = 300
const SHOWN_NAMES = 100

export interface Checked {
  readonly counts: SheetCounts
  readonly preview: StoredPreview
  readonly problems: readonly StoredNote[]
}

interface Checking {
  readonly open: () => Promise<OpenSheet>
  readonly onProgress: (rows: number) => void
}

/**
 * Reads all rows as they would be entered, beside the ledger as it is, and enters none. The problems of all rows go to a
 * csv file as they are found; for the screen the first ones are kept.
 */
export async function checkRows(
  ctx: Context,
  tx: Tx,
  { row, open, onProgress }: Checking & { row: StoredImport },
): Promise<Checked> {
  const tally = new Tally(row, ctx.clock.today())
  async function* problemLines(): AsyncGenerator<Record<string, SheetValue>> {
    const today = ctx.clock.today()
    const { evaluator } = await prepareRows(tx, row, { today, isCheck: true, open })
    for await (const batch of batchesOf(await open(), row, BATCH)) {
      for (const outcome of await evaluator.evaluate(tx, batch)) {
        for (const note of tally.add(outcome)) {
          yield { ...presentNote(ctx, note, mappingOf(row).headings) }
        }
      }
      onProgress(tally.counts.rows)
    }
  }
  const column = (key: string, width: number) => ({ key, heading: key, width, type: 'text' as const })
  const columns = ['row', 'letter', 'heading', 'value', 'sentence'].map((key) => column(key, 20))
  const file = await filesOf(ctx).put(writeCsv({ sheetName: 'problems', columns, rows: problemLines() }))
  const { sha256, bytes } = file
  return {
    counts: tally.counts,
    problems: tally.problems,
    preview: {
      rows: tally.rows,
      warnings: tally.warnings,
      unknownUnits: tally.names(),
      problemFile: tally.problems.length > 0 ? { sha256, bytes } : null,
    },
  }
}

/** Counts outcomes and keeps the first of each kind. */
class Tally {
  readonly counts = {
    rows: 0,
    added: 0,
    changed: 0,
    same: 0,
    skipped: 0,
    hidden: 0,
    problemRows: 0,
    problems: 0,
    warnings: 0,
  }
  readonly rows: SheetPreviewRow[] = []
  readonly problems: StoredNote[] = []
  readonly warnings: StoredNote[] = []
  readonly #names = new Map<string, number>()
  readonly #today: string
  readonly #takesOver: boolean

  constructor(row: StoredImport, today: string) {
    this.#today = today
    this.#takesOver = SheetOptions.parse(row.options).takesOver
  }

  /** The problems of the row. */
  add(outcome: RowOutcome): StoredNote[] {
    const { counts } = this
    counts.rows++
    if (outcome.row.isHidden) counts.hidden++
    if (outcome.kind === 'skip') counts.skipped++
    if (outcome.kind === 'error') return this.#addProblems(outcome)
    if (outcome.kind === 'skip') return []
    counts[outcome.kind === 'new' ? 'added' : outcome.kind]++
    counts.warnings += outcome.warnings.length
    for (const note of outcome.warnings)
      if (this.warnings.length < SHOWN_NOTES) this.warnings.push(storedNote(outcome.row, note))
    if (this.rows.length < SHOWN_ROWS) this.rows.push(previewRow(outcome, this.#today, this.#takesOver))
    return []
  }

  names(): { name: string; rows: number }[] {
    const names = [...this.#names].map(([name, rows]) => ({ name, rows }))
    return names.sort((a, b) => b.rows - a.rows).slice(0, SHOWN_NAMES)
  }

  #addProblems({ row, problems }: Extract<RowOutcome, { kind: 'error' }>): StoredNote[] {
    this.counts.problemRows++
    this.counts.problems += problems.length
    const notes = problems.map((note) => storedNote(row, note))
    for (const { code, details } of notes)
      if (code === 'ledger.sheet-unit-unknown')
        for (const name of details.names as string[]) this.#names.set(name, (this.#names.get(name) ?? 0) + 1)
    this.problems.push(...notes.slice(0, Math.max(0, SHOWN_NOTES - this.problems.length)))
    return notes
  }
}

function previewRow(
  outcome: Extract<RowOutcome, { kind: 'new' | 'changed' | 'same' }>,
  today: string,
  takesOver: boolean,
): SheetPreviewRow {
  const { kind, item } = outcome
  const { title, leadUnitId, supportingUnitIds, dueOn, externalNumber } = item.fields
  const standing = kind === 'new' ? takeOver(item, { today, takesOver }) : outcome.before
  const changes =
    kind === 'changed'
      ? Object.keys(outcome.correction).filter((field) => field !== 'version' && field !== 'reason')
      : []
  return {
    row: outcome.row.row,
    kind,
    number: item.number ?? externalNumber,
    title,
    leadUnitId,
    supportingUnitIds: [...supportingUnitIds],
    responsibleText: [...item.responsibleText],
    dueOn,
    state: standing.state,
    progress: standing.progress,
    changes,
  }
}

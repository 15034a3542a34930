import type { Context, Tx } from '../../../kernel/context.ts'
import { invalid } from '../../../kernel/errors.ts'
import { journal } from '../../../platform/journal/index.ts'
import type { OpenSheet } from '../../../platform/sheets/index.ts'
import { loadClockFacts } from '../clock-facts.ts'
import { rollUp } from '../commands/roll-up.ts'
import { SheetOptions } from '../schema/sheets.ts'
import { holdClock } from '../store/settings.ts'
import type { StoredImport } from '../store/sheet-imports.ts'
import { changeRow, type Entering, enterRows } from './enter-rows.ts'
import { journalEntered } from './journal-entered.ts'
import { batchesOf, prepareRows } from './prepare-rows.ts'

const BATCH = 200

/**
 * Enters all rows of an import in the caller's transaction: parents before their parts, new ones in batches, changed ones
 * one by one. Journal entries come last, since they hold the tenant's journal.
 * @throws `ledger.import-has-problems` for the first row that is not sound (any more); the caller rolls back
 */
export async function runRows(
  ctx: Context,
  tx: Tx,
  {
    row,
    open,
    onProgress,
    signal,
  }: {
    row: StoredImport
    open: () => Promise<OpenSheet>
    onProgress: (rows: number) => void
    signal: AbortSignal
  },
): Promise<{ added: number; changed: number }> {
  await holdClock(ctx, tx)
  const facts = await loadClockFacts(ctx, tx)
  const { takesOver } = SheetOptions.parse(row.options)
  const entering: Entering = { importId: row.id, fileName: row.file_name, facts, takesOver }
  const { evaluator, passes, passOf } = await prepareRows(tx, row, {
    today: facts.today,
    isCheck: false,
    open,
  })
  const year = Number(facts.today.slice(0, 4))
  let added = 0
  let last = 0
  const parentIds = new Set<string>()
  const changes: Parameters<typeof changeRow>[2]['row'][] = []
  let done = 0
  let changed = 0
  for (let pass = 0; pass < passes; pass++) {
    for await (const batch of batchesOf(await open(), row, BATCH)) {
      signal.throwIfAborted()
      const rows = batch.filter((each) => passOf(each) === pass)
      const outcomes = await evaluator.evaluate(tx, rows)
      const refused = outcomes.find((outcome) => outcome.kind === 'error')
      if (refused) throw invalid('ledger.import-has-problems', { row: refused.row.row })
      const fresh = outcomes.filter((outcome) => outcome.kind === 'new')
      const stored = await enterRows(ctx, tx, { rows: fresh, entering })
      added += stored.length
      last = sequenceOf(stored.at(-1)) ?? last
      for (const { parentId } of fresh) if (parentId !== null) parentIds.add(parentId)
      changes.push(...outcomes.filter((outcome) => outcome.kind === 'changed'))
      // What changes an item journals it at once: with the next pass its parts must find it changed.
      if (pass < passes - 1) changed += await apply()
      done += rows.length
      onProgress(done)
    }
  }
  changed += await apply()
  await rollUp(ctx, tx, { parentIds: [...parentIds], facts })
  const numbers = { year, first: last - added + 1, last }
  if (added > 0) await journalEntered(ctx, tx, { numbers, importId: row.id })
  await journal(tx, ctx, {
    action: 'ledger.sheet-imported',
    subject: { type: 'sheet-import', id: row.id },
    detail: { fileName: row.file_name, sha256: row.sha256, added, changed },
  })
  return { added, changed }

  async function apply(): Promise<number> {
    const taken = changes.splice(0)
    for (const each of taken) {
      signal.throwIfAborted()
      await changeRow(ctx, tx, { row: each, entering })
    }
    return taken.length
  }
}

/** `2024-0017` is the 17th of its year. */
function sequenceOf(item: { readonly number: string } | undefined): number | undefined {
  return item && Number(item.number.slice(item.number.indexOf('-') + 1))
}

import type { Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import type { OpenSheet, SheetRow } from '../../../platform/sheets/index.ts'
import type { RowContext } from '../rules/sheet/imported-item.ts'
import { parentNumbers, planRow } from '../rules/sheet/plan-row.ts'
import { SheetTree, type TreeRow } from '../rules/sheet/sheet-tree.ts'
import { SheetOptions } from '../schema/sheets.ts'
import type { StoredImport } from '../store/sheet-imports.ts'
import { RowEvaluator, treeNumber } from './row-evaluator.ts'
import { mappingOf } from './stored-sheet.ts'
import { loadUnitNames } from './unit-names.ts'

export interface PreparedRows {
  readonly evaluator: RowEvaluator
  /** Which rows are taken in which pass: parents before their parts. */
  readonly passes: number
  readonly passOf: (row: SheetRow) => number
}

/** What reading the rows of an import needs; a sheet with parents is looked through once for its own tree. */
export async function prepareRows(
  tx: Tx,
  row: StoredImport,
  { today, isCheck, open }: { today: Day; isCheck: boolean; open: () => Promise<OpenSheet> },
): Promise<PreparedRows> {
  const mapping = mappingOf(row)
  const options = SheetOptions.parse(row.options)
  const units = await loadUnitNames(tx)
  const context: RowContext = {
    ...options,
    today,
    resolveUnit: (name, day) => options.unitNames[name] ?? units.resolve(name, day),
  }
  const depths = new Map<number, number>()
  let tree: SheetTree | null = null
  if (mapping.columns.includes('parent')) {
    const numbers = await numberedRows(await open(), row, context)
    tree = new SheetTree(numbers)
    for (const [number, { row: at }] of numbers) depths.set(at, tree.depthOf(number))
  }
  const passes = Math.max(0, ...depths.values()) + 1
  return {
    evaluator: new RowEvaluator({ mapping, context, reason: options.reason, tree, isCheck }),
    passes: isCheck ? 1 : Math.min(passes, 3),
    passOf: (each) => (isCheck ? 0 : Math.min(depths.get(each.row) ?? 0, 2)),
  }
}

async function numberedRows(
  sheet: OpenSheet,
  row: StoredImport,
  context: RowContext,
): Promise<Map<string, TreeRow>> {
  const mapping = mappingOf(row)
  const numbers = new Map<string, TreeRow>()
  const wishes: { number: string; candidates: readonly string[]; tree: Omit<TreeRow, 'parent'> }[] = []
  for await (const each of sheet.rows()) {
    if (each.row <= mapping.lastHeadingRow) continue
    const plan = planRow(each, mapping, context)
    if (plan.kind !== 'item') continue
    const number = treeNumber(plan.item)
    if (number === null) continue
    const kind = plan.item.given.includes('kind') ? plan.item.fields.kind : null
    wishes.push({ number, candidates: parentNumbers(plan.item, context), tree: { row: each.row, kind } })
    numbers.set(number, { row: each.row, kind, parent: null })
  }
  for (const { number, candidates, tree } of wishes)
    numbers.set(number, { ...tree, parent: candidates.find((each) => numbers.has(each)) ?? null })
  return numbers
}

/** The rows below the heading in batches. */
export async function* batchesOf(
  sheet: OpenSheet,
  row: StoredImport,
  size: number,
): AsyncGenerator<SheetRow[]> {
  const { lastHeadingRow } = mappingOf(row)
  let batch: SheetRow[] = []
  for await (const each of sheet.rows()) {
    if (each.row <= lastHeadingRow) continue
    batch.push(each)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

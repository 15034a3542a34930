import type { Context, Tx } from '../../../kernel/context.ts'
import { filesOf } from '../../../platform/files/index.ts'
import { columnLetter, type SheetValue, writeCsv } from '../../../platform/sheets/index.ts'
import { type Columns, openColumns } from '../columns/open-columns.ts'
import { periodTextOf } from '../read-period.ts'
import { formatScaled } from '../rules/values/format-scaled.ts'
import type { TableCounts } from '../schema/sheets.ts'
import { sentenceOf } from '../sentences.ts'
import type { StoredImport } from '../store/imports.ts'
import { findSheetFaults } from './find-sheet-faults.ts'
import { type Gathered, gatherMessage } from './gather-message.ts'
import { type Duplicate, type GatheredBlock, SheetGatherer, settleBlocks } from './gather-sheet.ts'
import { type Reading, readSheetRows } from './read-sheet-rows.ts'
import { loadSheetNames, type SheetNames } from './sheet-names.ts'
import { isMessage, readStored, type StoredFinding, type StoredPreview, tableOf } from './stored-sheet.ts'

const SHOWN_PROBLEMS = 300
const SHOWN_VALUES = 50
const SHOWN_NAMES = 100

export interface CheckedSheet {
  readonly counts: TableCounts
  readonly preview: StoredPreview
  readonly problems: Gathered['problems']
}

/** Reads a whole table or message as it would be published, beside what is, and looks for faults. Publishes nothing. */
export async function checkSheet(
  ctx: Context,
  tx: Tx,
  { row, reading }: { row: StoredImport; reading: Reading },
): Promise<CheckedSheet> {
  const names = await loadSheetNames(ctx, tx)
  if (isMessage(row)) {
    const bytes = await readStored(ctx, row)
    const { signal, onProgress } = reading
    const message = await gatherMessage({ bytes, names, locale: ctx.locale, onProgress, signal })
    return checkGathered(ctx, tx, { ...message, names, repeated: 0, duplicates: [] })
  }
  const gathered = new SheetGatherer(tableOf(row).mapping, names.lookups)
  const rows = await readSheetRows(gathered.reader, reading)
  const settled = settleBlocks(gathered.blocks.values())
  const placeOf = ({ rows: lines, columns }: GatheredBlock, at: number) =>
    `${columnLetter(columns[at]!)}${lines[at]!}`
  return checkGathered(ctx, tx, { gathered, names, rows, placeOf, ...settled })
}

interface ToCheck {
  readonly gathered: Gathered
  readonly names: SheetNames
  readonly rows: number
  readonly repeated: number
  readonly duplicates: readonly Duplicate[]
  readonly placeOf: (block: GatheredBlock, at: number) => string
}

async function checkGathered(ctx: Context, tx: Tx, checked: ToCheck): Promise<CheckedSheet> {
  const { gathered, names, rows, repeated, duplicates, placeOf } = checked
  const columns = await openColumns(ctx, tx)
  const { findings, count } = await findSheetFaults({ gathered, duplicates, names, columns, placeOf })
  const compared = await compare(checked, columns)
  const { problems, problemCount } = gathered
  return {
    problems: problems.slice(0, SHOWN_PROBLEMS),
    counts: {
      rows,
      values: gathered.values - repeated,
      ...compared.counts,
      repeated,
      problems: problemCount,
      findings: count,
      blocking: findings.filter(({ severity }) => severity === 'error').length,
    },
    preview: {
      values: compared.preview,
      findings,
      unknownUnits: namesOf(problems, 'indicators.sheet-unit-'),
      unknownIndicators: namesOf(problems, 'indicators.sheet-indicator-unknown'),
      problemFile:
        problemCount + findings.length === 0 ? null : await writeProblems(ctx, { problems, findings }),
    },
  }
}

/** What is new, revised, the same: exactly, digit by digit. */
async function compare({ gathered: { blocks }, names, placeOf }: ToCheck, columns: Columns) {
  const counts = { added: 0, revised: 0, unchanged: 0, notAvailable: 0 }
  const preview: StoredPreview['values'][number][] = []
  await columns.load([...blocks.values()].map(({ indicator, period }) => ({ indicator, period })))
  for (const block of blocks.values()) {
    const published = publishedIn(columns, block)
    for (const [at, unit] of block.units.entries()) {
      const value = block.values[at]!
      if (value === null) counts.notAvailable++
      const former = published?.get(unit)
      // Nothing where nothing is published says nothing new.
      if (former === undefined) counts.added += value === null ? 0 : 1
      else if (former === value) counts.unchanged++
      else counts.revised++
      if (preview.length >= SHOWN_VALUES) continue
      preview.push({
        cell: placeOf(block, at),
        indicator: names.definitions.byNumber.get(block.indicator)!.code,
        period: periodTextOf(block.period),
        unit: names.units.byNumber.get(unit)?.name ?? String(unit),
        value,
        published: former ?? null,
      })
    }
  }
  return { counts, preview }
}

/** Published values as canonical decimals, by unit. */
function publishedIn(
  columns: Columns,
  { indicator, period }: GatheredBlock,
): Map<number, string | null> | undefined {
  const column = columns.at(indicator, period)
  if (!column) return undefined
  return new Map(
    column.units.map((unit, at) => {
      const value = column.values[at] ?? null
      return [unit, value === null ? null : formatScaled(value, column.scale)]
    }),
  )
}

function namesOf(problems: Gathered['problems'], prefix: string): { name: string; cells: number }[] {
  const counted = new Map<string, number>()
  for (const { code, details } of problems)
    if (code.startsWith(prefix) && details.name !== undefined && code !== 'indicators.sheet-unit-missing')
      counted.set(String(details.name), (counted.get(String(details.name)) ?? 0) + 1)
  const names = [...counted].map(([name, cells]) => ({ name: name.trim(), cells }))
  return names.sort((a, b) => b.cells - a.cells).slice(0, SHOWN_NAMES)
}

/** All problems and findings for whoever mends the table elsewhere. */
async function writeProblems(
  ctx: Context,
  { problems, findings }: { problems: Gathered['problems']; findings: readonly StoredFinding[] },
) {
  async function* lines(): AsyncGenerator<Record<string, SheetValue>> {
    for (const { row, column, value, code, details } of problems)
      yield {
        cell: `${column === null ? '' : columnLetter(column)}${row}`,
        value,
        severity: 'error',
        sentence: sentenceOf(ctx.locale, code, details),
      }
    for (const { cells, severity, code, numbers, indicator, period, units, cellCount } of findings)
      yield {
        cell: cells.join(' '),
        value: '',
        severity,
        sentence: sentenceOf(ctx.locale, code, {
          ...numbers,
          indicator,
          at: period ?? '',
          unit: units.join('、'),
          cells: cellCount,
        }),
      }
  }
  const columns = ['cell', 'value', 'severity', 'sentence'].map((key) => ({
    key,
    heading: key,
    width: 20,
    type: 'text' as const,
  }))
  const { sha256, bytes } = await filesOf(ctx).put(
    writeCsv({ sheetName: 'problems', columns, rows: lines() }),
  )
  return { sha256, bytes }
}

import { setImmediate } from 'node:timers/promises'
import { columnLetter } from '../../../platform/sheets/index.ts'
import type { Columns } from '../columns/open-columns.ts'
import { periodTextOf } from '../read-period.ts'
import { findFaults } from '../rules/quality/find-faults.ts'
import type { Finding } from '../rules/quality/quality-grid.ts'
import { buildGrid, keysOf, periodsAround } from './build-grid.ts'
import type { Duplicate, GatheredBlock, SheetGatherer } from './gather-sheet.ts'
import type { SheetNames } from './sheet-names.ts'
import type { StoredFinding } from './stored-sheet.ts'

const SHOWN_CELLS = 40
const SHOWN_UNITS = 12
const MOST_FINDINGS = 2000
/** Blocks of so many indicators are at hand at once. */
const TOGETHER = 50

interface Input {
  readonly gathered: Pick<SheetGatherer, 'blocks' | 'asides'>
  readonly duplicates: readonly Duplicate[]
  readonly names: Pick<SheetNames, 'definitions' | 'units' | 'city'>
  readonly columns: Columns
  /** Where a value stands; unless said, its cell. */
  readonly placeOf?: (block: GatheredBlock, at: number) => string
}

const cellOf = ({ columns, rows }: GatheredBlock, at: number) => `${columnLetter(columns[at]!)}${rows[at]!}`

/** Looks for faults in everything that a table or a message gives, beside what is published; errors first. */
export async function findSheetFaults(input: Input): Promise<{ findings: StoredFinding[]; count: number }> {
  const { gathered, duplicates, names, columns } = input
  const found: StoredFinding[] = duplicates.slice(0, MOST_FINDINGS).map((each) => duplicateOf(each, input))
  let count = duplicates.length
  const kindOf = (period: number) => Math.floor(period / 100_000_000)
  const groups = [
    ...Map.groupBy(
      gathered.blocks.values(),
      ({ indicator, period }) => indicator * 10 + kindOf(period),
    ).values(),
  ]
  const asides = Map.groupBy(gathered.asides, ({ indicator }) => indicator)
  for (let from = 0; from < groups.length; from += TOGETHER) {
    const batch = groups.slice(from, from + TOGETHER)
    await columns.load(batch.flatMap((blocks) => keysOf(blocks[0]!.indicator, periodsAround({ blocks }))))
    for (const blocks of batch) {
      const defined = names.definitions.byNumber.get(blocks[0]!.indicator)!
      const grid = buildGrid(
        { defined, blocks, asides: asides.get(defined.number) ?? [], city: names.city },
        columns,
      )
      const faults = findFaults(grid)
      count += faults.length
      for (const fault of faults)
        if (found.length < MOST_FINDINGS) found.push(storedFinding(fault, blocks, input))
      await setImmediate()
    }
  }
  const order = { error: 0, warning: 1, hint: 2 }
  return { findings: found.sort((a, b) => order[a.severity] - order[b.severity]), count }
}

function storedFinding(
  fault: Finding,
  blocks: readonly GatheredBlock[],
  { names, placeOf = cellOf }: Input,
): StoredFinding {
  const indicator = names.definitions.byNumber.get(fault.indicator)!.code
  const byPeriod = new Map(blocks.map((block) => [block.period, block]))
  const cells = fault.cells.flatMap(({ period, unit }) => {
    const block = byPeriod.get(period)
    const at = block?.units.indexOf(unit) ?? -1
    return at < 0 ? [] : [placeOf(block!, at)]
  })
  const first = fault.cells[0]?.period ?? fault.numbers.period
  const period = first === undefined ? null : periodTextOf(first)
  const units = [...new Set(fault.cells.map(({ unit }) => unit))]
  return {
    id: `${fault.code.replace('indicators.quality-', '')} ${indicator} ${period ?? ''} ${units.slice(0, 3).join(',')} ${fault.cells.length}`,
    code: fault.code,
    severity: fault.severity,
    indicator,
    period,
    units: units.slice(0, SHOWN_UNITS).map((unit) => names.units.byNumber.get(unit)?.name ?? String(unit)),
    cells: cells.slice(0, SHOWN_CELLS),
    cellCount: fault.cells.length,
    numbers: withPeriods(fault.numbers),
  }
}

/** Numbers of periods are written as people read them. */
function withPeriods(numbers: Finding['numbers']): Record<string, number | string> {
  const isPeriod = (key: string) => ['period', 'neighbour', 'formerPeriod'].includes(key)
  return Object.fromEntries(
    Object.entries(numbers).map(([key, value]) => [
      key,
      isPeriod(key) || (key === 'former' && value > 100_000_000 && 'missing' in numbers)
        ? periodTextOf(value)
        : value,
    ]),
  )
}

function duplicateOf({ indicator, period, unit, values, cells }: Duplicate, { names }: Input): StoredFinding {
  const code = names.definitions.byNumber.get(indicator)!.code
  const addresses = cells.map(({ row, column }) => `${columnLetter(column)}${row}`)
  return {
    id: `duplicate ${code} ${periodTextOf(period)} ${unit} ${values.join(',')}`,
    code: 'indicators.quality-duplicate',
    severity: 'error',
    indicator: code,
    period: periodTextOf(period),
    units: [names.units.byNumber.get(unit)?.name ?? String(unit)],
    cells: addresses,
    cellCount: addresses.length,
    numbers: {
      value: values[0] ?? '—',
      other: values[1] ?? '—',
      firstCell: addresses[0]!,
      secondCell: addresses[1]!,
    },
  }
}

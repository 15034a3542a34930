import { createHash } from 'node:crypto'
import type { Context, Tx } from '../../../../kernel/context.ts'
import { openColumns } from '../../columns/open-columns.ts'
import { changedRows } from '../../rules/values/changed-rows.ts'
import { gatherRows } from '../../rules/values/gather-rows.ts'
import type { SdmxDoubtful } from '../../schema.ts'
import { findSheetFaults } from '../../sheet/find-sheet-faults.ts'
import type { GatheredBlock } from '../../sheet/gather-sheet.ts'
import { findingSentence } from '../../sheet/present-sheet.ts'
import { loadSheetNames } from '../../sheet/sheet-names.ts'
import { type Resolved, valueKey } from './resolve-observations.ts'

const TOLD = 100

export interface Doubts {
  /** Undefined: nothing that a person has to look at. */
  readonly doubtful: SdmxDoubtful | undefined
  /** Stands for exactly what was found; null with an error. */
  readonly doubts: string | null
  readonly confirmable: readonly string[]
}

/** What is doubtful in the values of a message that are not published already, by the rules for tables. */
export async function findDoubts(
  ctx: Context,
  tx: Tx,
  { rows, places }: Pick<Resolved, 'rows' | 'places'>,
): Promise<Doubts> {
  const gathered = gatherRows(rows)
  if (gathered.kind === 'duplicate') return { doubtful: undefined, doubts: null, confirmable: [] }
  const columns = await openColumns(ctx, tx)
  await columns.load(gathered.groups)
  const blocks = new Map<number, GatheredBlock>()
  for (const group of gathered.groups) {
    const { indicator, period } = group
    const notes = Object.assign({}, ...columns.notes(indicator, period).map((each) => each.notes))
    const { rows: changed } = changedRows(group, { column: columns.at(indicator, period), notes })
    // To withdraw is said expressly, and leaves nothing to doubt.
    if (changed.every(({ value }) => value === null)) continue
    blocks.set(indicator * 1_000_000_000 + period, {
      indicator,
      period,
      units: group.rows.map(({ unit }) => unit),
      values: group.rows.map(({ value }) => value),
      rows: [],
      columns: [],
    })
  }
  const { findings, count } = await findSheetFaults({
    gathered: { blocks, asides: [] },
    duplicates: [],
    names: await loadSheetNames(ctx, tx),
    columns,
    placeOf: ({ indicator, period, units }, at) =>
      places.get(valueKey({ indicator, period, unit: units[at]! }))?.at ?? '',
  })
  const asked = findings.filter(({ severity }) => severity !== 'hint')
  if (asked.length === 0) return { doubtful: undefined, doubts: null, confirmable: [] }
  const ids = asked.map(({ id }) => id)
  const hasError = asked.some(({ severity }) => severity === 'error')
  const doubts = hasError ? null : createHash('sha256').update(ids.join('\n')).digest('hex')
  return {
    doubts,
    confirmable: ids,
    doubtful: {
      kind: 'doubtful',
      doubts,
      findings: findings.slice(0, TOLD).map((finding) => ({
        ...finding,
        units: [...finding.units],
        cells: [...finding.cells],
        numbers: { ...finding.numbers },
        sentence: findingSentence(ctx.locale, finding),
      })),
      total: count,
    },
  }
}

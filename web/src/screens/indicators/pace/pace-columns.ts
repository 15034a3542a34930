import type { PaceBoard, PaceCell } from '../../../api/measured-units.ts'
import { isLagging } from '../parts/is-lagging.ts'
import { TONES } from '../parts/pace-mark.tsx'

/** A column of the board: an indicator may have several targets in one period. */
export interface PaceColumn {
  readonly key: string
  readonly indicator: string
  readonly kind: PaceCell['kind']
  readonly horizon: PaceCell['horizon']
  /** There are others of this indicator, so that its name alone would not tell them apart. */
  readonly isOneOfMany: boolean
}

const keyOf = ({ indicator, kind, horizon }: PaceCell) => `${indicator} ${kind} ${horizon}`

/** The board's columns in the order of its indicators. */
export function paceColumns({ indicators, cells }: PaceBoard): PaceColumn[] {
  const columns = new Map<string, PaceCell>()
  for (const cell of cells) if (!columns.has(keyOf(cell))) columns.set(keyOf(cell), cell)
  return indicators.flatMap(({ code }) => {
    const own = [...columns].filter(([, { indicator }]) => indicator === code)
    return own.map(([key, { indicator, kind, horizon }]) => ({
      key,
      indicator,
      kind,
      horizon,
      isOneOfMany: own.length > 1,
    }))
  })
}

export interface PaceRow {
  readonly unit: PaceBoard['units'][number]
  readonly cells: ReadonlyMap<string, PaceCell>
  /** How many of the unit's targets lag. */
  readonly lagging: number
  readonly measured: number
}

/** A row for each unit; only those with a cell of the tone when one is asked for. */
export function paceRows({ units, cells }: PaceBoard, tone: string | undefined): PaceRow[] {
  return units
    .map((unit) => {
      const own = cells.filter((cell) => cell.unit === unit.key)
      return {
        unit,
        cells: new Map(own.map((cell) => [keyOf(cell), cell])),
        lagging: own.filter(({ tone }) => isLagging(tone)).length,
        measured: own.filter(({ state }) => state === 'measured').length,
      }
    })
    .filter((row) => !tone || [...row.cells.values()].some((cell) => toneOf(cell) === tone))
}

/** Who reported nothing has a tone of its own: it is no pace. */
export const toneOf = (cell: PaceCell): string => cell.tone ?? cell.state

export interface PaceSummary {
  /** Of those that fill up over the period: how many have done half. */
  readonly half: number
  readonly counted: number
  readonly tones: readonly { readonly tone: string; readonly count: number }[]
}

/** How many targets are half done; and how many cells each tone has. */
export function paceSummary({ cells }: PaceBoard): PaceSummary {
  const counted = cells.filter(
    ({ donePercent, expectedPercent }) => donePercent !== null && expectedPercent !== null,
  )
  const order: readonly string[] = [...TONES, 'not-reported', 'unknown']
  return {
    half: counted.filter(({ donePercent }) => Number(donePercent) >= 50).length,
    counted: counted.length,
    tones: order.flatMap((tone) => {
      const count = cells.filter((cell) => toneOf(cell) === tone).length
      return count > 0 ? [{ tone, count }] : []
    }),
  }
}

/** The last day with data that most cells have: only others need saying. */
export function usualThrough({ cells }: PaceBoard): string | null {
  const counts = new Map<string, number>()
  for (const { through } of cells) if (through) counts.set(through, (counts.get(through) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null
}

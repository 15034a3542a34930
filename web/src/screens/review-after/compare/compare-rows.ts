import type {
  ComparedUnit,
  Comparison,
  PrintedStatement,
  SaidLine,
  SaidPrinted,
} from '../../../api/review-after.ts'
import type { AfterSearch } from '../../../app/review-search.ts'

/** A line of the comparison, as the keys step through it. */
export type CompareRow = { readonly id: string; readonly unitId: string } & (
  | { readonly group: 'pairs'; readonly pair: SaidPrinted }
  | { readonly group: 'printed'; readonly statement: PrintedStatement }
  | { readonly group: 'said'; readonly line: SaidLine }
)

export const GROUPS = ['pairs', 'printed', 'said'] as const satisfies readonly CompareRow['group'][]

export interface ShownUnit {
  readonly unit: ComparedUnit
  readonly rows: readonly CompareRow[]
}

/** The units with the rows that are shown, in the order of the page; units without any are left out. */
export function shownUnits(units: Comparison['units'], show: AfterSearch['show']): ShownUnit[] {
  return units
    .map((unit) => ({ unit, rows: rowsOf(unit).filter((row) => isShown(row, show)) }))
    .filter(({ rows }) => rows.length > 0)
}

function rowsOf({ unitId, pairs, onlyPrinted, onlySaid }: ComparedUnit): CompareRow[] {
  return [
    ...pairs.map((pair) => ({
      group: 'pairs' as const,
      id: `${pair.line.lineId}.${pair.statement.statementId}`,
      unitId,
      pair,
    })),
    ...onlyPrinted.map((statement) => ({
      group: 'printed' as const,
      id: statement.statementId,
      unitId,
      statement,
    })),
    ...onlySaid.map((line) => ({ group: 'said' as const, id: line.lineId, unitId, line })),
  ]
}

function isShown(row: CompareRow, show: AfterSearch['show']): boolean {
  switch (show) {
    case 'open':
      return row.group === 'pairs' && row.pair.verdict === 'suggested'
    case 'differs':
      return row.group === 'pairs' && row.pair.differs
    case 'printed':
    case 'said':
      return row.group === show
    case undefined:
      return true
  }
}

/** One value as it is to be published. */
export interface Row {
  readonly indicator: number
  readonly period: number
  readonly unit: number
  /** In canonical form (`parseValue`); null withdraws. */
  readonly value: string | null
  readonly note?: string | undefined
}

/** The rows of one indicator in one period, by unit. */
export interface Group {
  readonly indicator: number
  readonly period: number
  readonly rows: readonly Row[]
}

export type Gathered =
  | { readonly kind: 'gathered'; readonly groups: readonly Group[]; readonly rows: number }
  | { readonly kind: 'duplicate'; readonly first: Row; readonly second: Row }

/** Rows in any order, by indicator, period and unit. Two rows for one value are no publication. */
export function gatherRows(rows: Iterable<Row>): Gathered {
  const byIndicator = new Map<number, Map<number, Row[]>>()
  let count = 0
  for (const row of rows) {
    let periods = byIndicator.get(row.indicator)
    if (!periods) {
      periods = new Map()
      byIndicator.set(row.indicator, periods)
    }
    const together = periods.get(row.period)
    if (together) together.push(row)
    else periods.set(row.period, [row])
    count += 1
  }
  const groups: Group[] = []
  for (const [indicator, periods] of ascending(byIndicator))
    for (const [period, together] of ascending(periods)) {
      together.sort((a, b) => a.unit - b.unit)
      const second = together.findIndex(({ unit }, at) => unit === together[at - 1]?.unit)
      if (second > 0) return { kind: 'duplicate', first: together[second - 1]!, second: together[second]! }
      groups.push({ indicator, period, rows: together })
    }
  return { kind: 'gathered', groups, rows: count }
}

const ascending = <Value>(map: ReadonlyMap<number, Value>) => [...map].sort(([a], [b]) => a - b)

import { type RawBuilder, sql } from 'kysely'
import { sourcePeriods } from '../../rules/formula/operands-of.ts'
import type { Plan } from '../../rules/formula/plan.ts'
import { periodNumber, periodOfNumber } from '../../rules/period/period-number.ts'
import { type Boundary, expressionOf, quotient } from './expression.ts'

type Sql = RawBuilder<unknown>
export interface RelationsInput {
  readonly cohort: readonly number[]
  readonly universe: readonly number[]
  readonly parentOf?: (unit: number) => number | undefined
}

export interface Relations {
  /** The name of a common table expression (unit, period, value) with the plan's values for all units in the periods. */
  relationOf(plan: Plan, periods: readonly number[]): string
  all(): Sql[]
}

/** Builds one common table expression for each part of a plan and each set of periods in which it is needed. */
export function makeRelations({ cohort, universe, parentOf }: RelationsInput): Relations {
  const written: Sql[] = []
  const known = new Map<Plan, Map<string, string>>()

  function relationOf(plan: Plan, periods: readonly number[]): string {
    const byPeriods = known.get(plan) ?? new Map<string, string>()
    known.set(plan, byPeriods)
    const key = periods.join()
    const name = byPeriods.get(key) ?? write(plan, periods)
    byPeriods.set(key, name)
    return name
  }

  function write(plan: Plan, periods: readonly number[]): string {
    const joins: Sql[] = []
    const names = new Map<Plan, Sql>()
    const value = expressionOf(plan, (part) => {
      const alias = `s${names.size}`
      const found = names.get(part)
      if (found) return found
      const reference = sql`${sql.ref(alias)}.value`
      names.set(part, reference)
      joins.push(joinOf(part, { alias, periods }))
      return reference
    })
    return add(sql`select known_unit.unit, asked.period, ${value} as value
      from known_unit cross join unnest(${periods}::int[]) as asked (period) ${sql.join(joins, sql` `)}`)
  }

  function joinOf(part: Boundary, { alias, periods }: { alias: string; periods: readonly number[] }): Sql {
    const [as, via] = [sql.ref(alias), sql.ref(`${alias}_via`)]
    const table = (name: string) => sql.ref(name)
    switch (part.op) {
      case 'cell':
        return sql`left join cell as ${as} on ${as}.indicator = ${part.number} and ${as}.period = asked.period
          and ${as}.unit = known_unit.unit`
      case 'earlier':
      case 'aligned': {
        const { from, to, sources } = movesOf(part, periods)
        return sql`left join unnest(${from}::int[], ${to}::int[]) as ${via} (period, source) on ${via}.period = asked.period
          left join ${table(relationOf(part.of, sources))} as ${as}
            on ${as}.period = ${via}.source and ${as}.unit = known_unit.unit`
      }
      case 'decumulate':
        return sql`left join ${table(decumulated(part, periods))} as ${as}
          on ${as}.period = asked.period and ${as}.unit = known_unit.unit`
      case 'gather':
        return sql`left join ${table(gathered(part, periods))} as ${as}
          on ${as}.period = asked.period and ${as}.unit = known_unit.unit`
      case 'over-units':
        return sql`left join ${table(overUnits(part, periods))} as ${as} on ${as}.period = asked.period`
      case 'of-parent': {
        const pairs = universe.flatMap((unit) => {
          const parent = parentOf?.(unit)
          return parent === undefined ? [] : [{ unit, parent }]
        })
        return sql`left join unnest(${pairs.map(({ unit }) => unit)}::int[], ${pairs.map(({ parent }) => parent)}::int[])
            as ${via} (unit, parent) on ${via}.unit = known_unit.unit
          left join ${table(relationOf(part.of, periods))} as ${as}
            on ${as}.unit = ${via}.parent and ${as}.period = asked.period`
      }
    }
  }

  /** A sum or mean over all parts of each period; null as soon as one is missing. */
  function gathered(part: Extract<Plan, { op: 'gather' }>, periods: readonly number[]): string {
    const { from, to, sources } = movesOf(part, periods)
    const relation = sql.ref(relationOf(part.of, sources))
    const sum = sql`sum(part.value)`
    const value = part.how === 'mean' ? quotient(sum, sql`count(*)`) : sum
    return add(sql`select move.period, part.unit,
        case when count(part.value) = count(*) then ${value} end as value
      from unnest(${from}::int[], ${to}::int[]) as move (period, source)
      join ${relation} as part on part.period = move.source
      group by move.period, part.unit`)
  }

  /** Up to the end of each period, less up to its beginning; null as soon as one of them is missing. */
  function decumulated(part: Extract<Plan, { op: 'decumulate' }>, periods: readonly number[]): string {
    const { from, to, signs, sources } = movesOf(part, periods)
    const relation = sql.ref(relationOf(part.of, sources))
    return add(sql`select move.period, part.unit,
        case when count(part.value) = count(*) then sum(part.value * move.sign) end as value
      from unnest(${from}::int[], ${to}::int[], ${signs}::int[]) as move (period, source, sign)
      join ${relation} as part on part.period = move.source
      group by move.period, part.unit`)
  }

  function overUnits(part: Extract<Plan, { op: 'over-units' }>, periods: readonly number[]): string {
    const relation = sql.ref(relationOf(part.of, periods))
    const value = {
      sum: sql`sum(one.value)`,
      mean: quotient(sql`sum(one.value)`, sql`count(*)`),
      min: sql`min(one.value)`,
      max: sql`max(one.value)`,
    }[part.how]
    return add(sql`select one.period, case when count(one.value) = count(*) then ${value} end as value
      from ${relation} as one where one.unit = any(${cohort}::int[]) group by one.period`)
  }

  function add(query: Sql): string {
    const name = `part_${written.length}`
    written.push(sql`${sql.ref(name)} as (${query})`)
    return name
  }

  return { relationOf, all: () => written }
}

/** From which periods each one is taken, the first of them with its sign, and all of these once. */
function movesOf(plan: Plan, periods: readonly number[]) {
  const moves = periods.flatMap((number) => {
    const period = periodOfNumber(number)
    const sources = period ? sourcePeriods(plan, period) : []
    return sources.map((source, at) => ({ from: number, to: periodNumber(source), sign: at === 0 ? 1 : -1 }))
  })
  const sources = [...new Set(moves.map(({ to }) => to))].sort((a, b) => a - b)
  return {
    from: moves.map(({ from }) => from),
    to: moves.map(({ to }) => to),
    signs: moves.map(({ sign }) => sign),
    sources,
  }
}

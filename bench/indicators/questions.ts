import type { Asker, Question } from '../ledger/ask.ts'
import { seededRandom } from '../ledger/seed/random.ts'
import { AIMED, COHORT, codeOf, FORMULAS, formulaCode, type Month, PAGE } from './plan.ts'
import type { Flags } from './read-flags.ts'
import * as sql from './statements.ts'

/** A kind of question: what the product is asked, and DuckDB the same, each with its answers in another order. */
export interface Kind {
  readonly name: string
  readonly questions: readonly Question[]
  readonly statements: readonly string[]
}

interface Facts {
  readonly asker: Asker
  readonly flags: Flags
  readonly months: readonly Month[]
  /** Keys of the units by number, from 2 on. */
  readonly keys: readonly string[]
}

/** More than the answers that a process keeps, so that most have to be computed. */
const DIFFERENT = 2000

export function kindsOf({ asker, flags, months, keys }: Facts): Kind[] {
  const ask = (path: string, query: Record<string, string>): Question => ({
    asker,
    path: `${path}?${new URLSearchParams(query)}`,
  })
  const random = seededRandom(11)
  const tables = Array.from({ length: DIFFERENT }, () => ({
    indicator: 1 + random.below(flags.indicators),
    month: months[months.length - 1 - random.below(12)]!,
    isWhole: random.chance(0.7),
  }))
  const pages = Array.from({ length: Math.floor(flags.indicators / PAGE) }, (_, page) => page)
  const unitPages = Array.from({ length: DIFFERENT }, (_, at) => ({
    unit: (at * 7) % flags.units,
    page: pages[at % pages.length]!,
  }))
  const year = months.at(-1)!.year
  return [
    {
      name: 'league table with change and streak, any indicator and cohort',
      questions: tables.map(({ indicator, month, isWhole }) =>
        ask(`/api/indicators/${codeOf(indicator)}/table`, {
          period: month.text,
          cohort: isWhole ? COHORT : 'city-wide',
        }),
      ),
      statements: tables.map(({ indicator, month, isWhole }) =>
        sql.table({
          indicator,
          month,
          months,
          until: isWhole ? flags.units + 1 : 17,
          isLower: indicator % 5 === 0,
        }),
      ),
    },
    {
      name: "a unit's page with 200 indicators",
      questions: unitPages.map(({ unit, page }) =>
        ask(`/api/measured-units/${keys[unit]}/page`, {
          cohort: COHORT,
          tag: `page-${page}`,
          pageSize: '200',
        }),
      ),
      statements: unitPages.map(({ unit, page }) => sql.unitPage({ unit: unit + 2, page, months })),
    },
    {
      name: `pace board: ${flags.units} units × ${AIMED} targets`,
      questions: months
        .filter((month) => month.year === year)
        .map((month) => ask('/api/pace', { period: String(year), cohort: COHORT, on: `${month.text}-28` })),
      statements: months
        .filter((month) => month.year === year)
        .map((month) =>
          sql.paceBoard({
            months: months.filter((each) => each.year === year && each.number < month.number),
          }),
        ),
    },
    {
      name: `formula over 5 indicators, ${flags.units} units × ${flags.months} months`,
      questions: Array.from({ length: FORMULAS }, (_, at) =>
        ask(`/api/indicators/${formulaCode(at)}/series`, { cohort: COHORT }),
      ),
      statements: Array.from({ length: FORMULAS }, (_, at) => sql.formula(at)),
    },
  ]
}

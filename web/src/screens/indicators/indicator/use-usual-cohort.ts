import { useQueries } from '@tanstack/react-query'
import { type LeagueTable, leagueTableQuery } from '../../../api/indicators.ts'
import { useUnitIndex } from '../../../api/units.ts'

interface UsualCohort {
  /** Undefined: as the definition says. */
  readonly cohort: string | undefined
  readonly isPending: boolean
}

interface AskUsual {
  readonly code: string
  /** Of the definition's cohort, in the period on screen; undefined while another one was asked for. */
  readonly first: LeagueTable | undefined
  readonly asOf: number | undefined
}

/**
 * Whom an indicator compares when nobody said: the cohort that its definition names or the whole city, or, where nothing of
 * it is known (a national figure by provinces), the first cohort that has values in the same period.
 */
export function useUsualCohort({ code, first, asOf }: AskUsual): UsualCohort {
  const { cohorts } = useUnitIndex()
  const isEmpty = first !== undefined && isWithoutValues(first)
  const others = cohorts.filter(({ key }) => key !== first?.cohort.key)
  const tables = useQueries({
    queries: others.map(({ key }) => ({
      ...leagueTableQuery(code, { period: first?.period, cohort: key, asOf }),
      enabled: isEmpty,
    })),
  })
  if (!isEmpty) return { cohort: undefined, isPending: false }
  const at = tables.findIndex(({ data }) => data && !isWithoutValues(data))
  const isPending = tables.slice(0, at < 0 ? tables.length : at).some((each) => each.isPending)
  return { cohort: at < 0 || isPending ? undefined : others[at]?.key, isPending }
}

const isWithoutValues = ({ rows, apart }: LeagueTable) =>
  rows.length === 0 && apart.every(({ value }) => value === null)

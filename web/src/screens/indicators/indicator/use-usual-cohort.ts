import { useQueries } from '@tanstack/react-query'
import { type LeagueTable, leagueTableQuery } from '../../../api/indicators.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { CITY_WIDE } from '../parts/cohort-pick.tsx'

interface UsualCohort {
  /** Undefined: the whole city. */
  readonly cohort: string | undefined
  readonly isPending: boolean
}

interface AskUsual {
  readonly code: string
  /** Of the whole city, in the period on screen; undefined while another cohort was asked for. */
  readonly cityWide: LeagueTable | undefined
  readonly asOf: number | undefined
}

/**
 * Whom an indicator compares when nobody said: the whole city, or, where nothing of it is known (a national figure by
 * provinces), the first cohort that has values in the same period.
 */
export function useUsualCohort({ code, cityWide, asOf }: AskUsual): UsualCohort {
  const { cohorts } = useUnitIndex()
  const isEmpty = cityWide !== undefined && isWithoutValues(cityWide)
  const others = cohorts.filter(({ key }) => key !== CITY_WIDE)
  const tables = useQueries({
    queries: others.map(({ key }) => ({
      ...leagueTableQuery(code, { period: cityWide?.period, cohort: key, asOf }),
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

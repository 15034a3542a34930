import { useNavigate, useSearch } from '@tanstack/react-router'
import { useLeagueTable, useSeries } from '../../../api/indicators.ts'
import type { IndicatorSearch } from '../../../app/indicator-search.ts'
import { useUsualCohort } from './use-usual-cohort.ts'

/** What the address asks of an indicator, with what is not said taken as usual: the newest period, whoever has values. */
export function useIndicatorView(code: string) {
  const search = useSearch({ from: '/house/indicators/$code' })
  const navigate = useNavigate({ from: '/indicators/$code' })
  const { asOf, measure, against, first } = search
  const usualSeries = useSeries(search.cohort === undefined ? code : undefined, { asOf })
  const newest = search.period ?? usualSeries.data?.periods.at(-1)
  const usualTable = useLeagueTable(code, {
    period: search.cohort === undefined ? newest : undefined,
    asOf,
    measure,
    against,
    first,
  })
  const usual = useUsualCohort({
    code,
    first: search.cohort === undefined ? usualTable.data : undefined,
    asOf,
  })
  const cohort = search.cohort ?? usual.cohort
  const series = useSeries(usual.isPending ? undefined : code, { cohort, asOf })
  const period = search.period ?? series.data?.periods.at(-1)
  const table = useLeagueTable(code, { period, cohort, asOf, measure, against, first })
  const change = (part: { [Name in keyof IndicatorSearch]?: IndicatorSearch[Name] | undefined }) =>
    navigate({
      search: (now) =>
        Object.fromEntries(
          Object.entries({ ...now, ...part }).filter(([, value]) => value !== undefined),
        ) as IndicatorSearch,
      replace: true,
      resetScroll: false,
    })
  return {
    search: cohort === undefined ? search : { ...search, cohort },
    /** Another one than the definition's, of which nothing is known. */
    usualCohort: usual.cohort,
    isChoosing: usual.isPending,
    period,
    series,
    table,
    change,
  }
}

export type ChangeView = ReturnType<typeof useIndicatorView>['change']

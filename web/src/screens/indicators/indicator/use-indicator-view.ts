import { useNavigate, useSearch } from '@tanstack/react-router'
import { useLeagueTable, useSeries } from '../../../api/indicators.ts'
import type { IndicatorSearch } from '../../../app/indicator-search.ts'

/** What the address asks of an indicator, with what is not said taken as usual: the newest period, the whole city. */
export function useIndicatorView(code: string) {
  const search = useSearch({ from: '/house/indicators/$code' })
  const navigate = useNavigate({ from: '/indicators/$code' })
  const { cohort, asOf, measure, against, first } = search
  const series = useSeries(code, { cohort, asOf })
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
  return { search, period, series, table, change }
}

export type ChangeView = ReturnType<typeof useIndicatorView>['change']

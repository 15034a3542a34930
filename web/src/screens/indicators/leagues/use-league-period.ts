import { dayOf } from '../../../../../src/kernel/day.ts'
import { useSeries } from '../../../api/indicators.ts'
import type { League } from '../../../api/leagues.ts'
import { lastDayOf } from '../parts/periods.ts'
import { newestWholePeriod } from './newest-whole-period.ts'

/**
 * Which period a league opens on: the newest that the published values of its first indicator cover to the end, or, where
 * everything is entered by hand, the newest that is over. Undefined until it is known.
 */
export function useLeaguePeriod({ definition }: League): string | undefined {
  const { scheme, sources, cohort, frequency } = definition
  const [source] = scheme.components.flatMap(({ key }) => {
    const from = sources[key]
    return from?.kind === 'indicator' ? [from.indicator] : []
  })
  const series = useSeries(source, { cohort })
  if (source !== undefined && series.isPending) return undefined
  const newest = lastDayOf(series.data?.periods.at(-1) ?? '')
  return newestWholePeriod(newest ?? dayOf(new Date(), 'Asia/Shanghai'), frequency)
}

import { samePeriodEarlier } from '../rules/period/shift-period.ts'
import { lastDay } from '../rules/period/span.ts'
import type { TimePeriod } from '../rules/period/time-period.ts'
import type { Defined } from './defined.ts'

/** Whether values of this period and of the same one last year are counted by different definitions. */
export function breaksInYear({ versions }: Defined, period: TimePeriod): boolean {
  const earlier = samePeriodEarlier(period)
  if (!earlier) return false
  const [from, to] = [lastDay(earlier), lastDay(period)]
  return versions.some(({ breaksSeries, validFrom }) => breaksSeries && validFrom > from && validFrom <= to)
}

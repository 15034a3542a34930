import { invalid } from '../../kernel/errors.ts'
import { periodNumber, periodOfNumber } from './rules/period/period-number.ts'
import { readPeriod, writePeriod } from './rules/period/period-text.ts'
import type { TimePeriod } from './rules/period/time-period.ts'

/** The period that a text names. @throws `indicators.bad-period` */
export function requirePeriod(text: string): TimePeriod {
  const period = readPeriod(text)
  if (!period) throw invalid('indicators.bad-period', { period: text })
  return period
}

/** @throws `indicators.bad-period` */
export const periodNumberOf = (text: string): number => periodNumber(requirePeriod(text))

/** A stored period as text. */
export function periodTextOf(number: number): string {
  const period = periodOfNumber(number)
  if (!period) throw new Error(`${number} is no period`)
  return writePeriod(period)
}

import { compareFractions, fractionOf } from '../exact/fraction.ts'
import { type AlertFinding, type AlertSubject, alertCause } from './alert-finding.ts'
import type { AlertRuleOf } from './alert-rule.ts'

/** One period's value; null where it was not reported. */
export interface SeriesPoint {
  readonly period: string
  readonly value: string | null
}

/**
 * The run of declines that lasts to the newest period, if it is long enough. `series` is the whole history, oldest
 * first, without gaps between periods: with a part of it the beginning of a run would seem to move. A period without a
 * value ends a run, because nobody knows what happened in it. O(length of the run).
 */
export function findDeclines(
  rule: AlertRuleOf<'declines'>,
  subject: AlertSubject,
  { series, worse }: { series: readonly SeriesPoint[]; worse: 'lower' | 'higher' },
): AlertFinding | undefined {
  const isWorse = (now: string, before: string) => {
    const order = compareFractions(fractionOf(now), fractionOf(before))
    return worse === 'lower' ? order < 0 : order > 0
  }
  let start = series.length - 1
  while (start > 0) {
    const [now, before] = [series[start]!.value, series[start - 1]!.value]
    if (now === null || before === null || !isWorse(now, before)) break
    start--
  }
  const declines = series.length - 1 - start
  if (declines < rule.periods) return undefined
  const [first, last] = [series[start]!, series.at(-1)!]
  return {
    cause: alertCause(rule, subject, first.period),
    kind: rule.kind,
    period: last.period,
    numbers: { declines, since: first.period, from: first.value!, to: last.value! },
  }
}

import type { Context } from '../../../kernel/context.ts'
import { authorize, isAllowed, reachOf } from '../../../kernel/permissions.ts'
import { openColumns } from '../columns/open-columns.ts'
import { type Defined, definitionOn } from '../definitions/defined.ts'
import { loadDefinitions } from '../definitions/load-definitions.ts'
import { requireDefined } from '../definitions/require-defined.ts'
import { type MeasuredUnit, type MeasuredUnits, measuredUnits } from '../measured/measured-units.ts'
import { requirePeriod } from '../read-period.ts'
import { periodNumber } from '../rules/period/period-number.ts'
import { fitsFrequency } from '../rules/period/period-series.ts'
import { samePeriodEarlier } from '../rules/period/shift-period.ts'
import { lastDay } from '../rules/period/span.ts'
import type { Column } from '../rules/values/column.ts'
import { formatScaled } from '../rules/values/format-scaled.ts'
import type { AskReadings, ReadingGrid } from '../schema/readings.ts'
import { readHead } from '../store/head.ts'
import { findReadings } from '../store/readings.ts'
import { presentReading } from './present-reading.ts'

const MOST_INDICATORS = 200

/**
 * What is reported for a period, indicators by units, beside what is published. A liaison sees the own unit.
 * @throws `indicators.bad-period`, `indicators.no-such-indicator`
 */
export async function getReadingGrid(ctx: Context, asked: AskReadings): Promise<ReadingGrid> {
  authorize(ctx, 'indicators.report')
  const at = requirePeriod(asked.period)
  const period = periodNumber(at)
  const earlier = samePeriodEarlier(at)
  const day = lastDay(at)
  return ctx.transaction(async (tx) => {
    const head = await readHead(tx)
    const definitions = await loadDefinitions(ctx, tx, head)
    const known = await measuredUnits(ctx, tx, head)
    const isReported = (each: Defined) => {
      const { frequency, formula } = definitionOn(each, day)
      return (
        formula === null && fitsFrequency(at, frequency) && (each.retiredOn === null || each.retiredOn > day)
      )
    }
    const indicators =
      asked.indicators?.map((code) => requireDefined(definitions, code)) ??
      [...definitions.byNumber.values()].filter(isReported).slice(0, MOST_INDICATORS)
    const units = unitsOf(ctx, known, { cohort: asked.cohort, day })
    const shown = new Set(units.map(({ number }) => number))
    const readings = (
      await findReadings(tx, { period, indicators: indicators.map(({ number }) => number) })
    ).filter(({ unit }) => shown.has(unit))
    const columns = await openColumns(ctx, tx)
    const before = earlier ? periodNumber(earlier) : undefined
    await columns.load(
      indicators.flatMap(({ number: indicator }) =>
        [period, ...(before === undefined ? [] : [before])].map((each) => ({ indicator, period: each })),
      ),
    )
    return {
      period: asked.period,
      indicators: indicators.map((each) => {
        const { name, measure, decimals } = definitionOn(each, day)
        return { code: each.code, name, measure, decimals }
      }),
      units: units.map(({ number, key, name, unitId }) => ({
        number,
        key,
        name,
        canReport: isAllowed(ctx.actor.grants, 'indicators.report', [unitId]),
      })),
      readings: readings.map((reading) => presentReading(ctx, reading, definitions)),
      published: indicators.flatMap(({ number, code }) => {
        const [now, then] = [
          valuesOf(columns.at(number, period)),
          valuesOf(before === undefined ? undefined : columns.at(number, before)),
        ]
        return units.flatMap(({ number: unit }) =>
          now.has(unit) || then.has(unit)
            ? [{ indicator: code, unit, value: now.get(unit) ?? null, yearBefore: then.get(unit) ?? null }]
            : [],
        )
      }),
    }
  })
}

/** The own unit and those below it; for whoever may report for all, those of the cohort that belong to it on the day. */
function unitsOf(
  ctx: Context,
  known: MeasuredUnits,
  { cohort, day }: { cohort: string | undefined; day: string },
): MeasuredUnit[] {
  const reach = reachOf(ctx.actor.grants, 'indicators.report')
  if (reach !== 'any') return known.all.filter(({ unitId }) => unitId !== null && reach.includes(unitId))
  const members = known.findCohort(cohort ?? 'city-wide')?.memberships
  if (!members) return [...known.all]
  const ofDay = members.filter(({ from, to }) => (from === null || from <= day) && (to === null || day < to))
  const numbers = new Set(ofDay.map(({ unit }) => unit))
  return known.all.filter(({ number }) => numbers.has(number))
}

function valuesOf(column: Column | undefined): Map<number, string | null> {
  return new Map(
    column?.units.map((unit, at) => {
      const value = column.values[at] ?? null
      return [unit, value === null ? null : formatScaled(value, column.scale)]
    }),
  )
}

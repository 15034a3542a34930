import type { Context, Tx } from '../../../../kernel/context.ts'
import { conflict, invalid } from '../../../../kernel/errors.ts'
import { authorize, type Grants, inNamesOf, noteNames } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { findCityUnitId } from '../../../units/index.ts'
import { openColumns } from '../../columns/open-columns.ts'
import { type Defined, definitionOn } from '../../definitions/defined.ts'
import { loadDefinitions } from '../../definitions/load-definitions.ts'
import { requireDefined } from '../../definitions/require-defined.ts'
import { type MeasuredUnit, measuredUnits } from '../../measured/measured-units.ts'
import { presentReading } from '../../queries/present-reading.ts'
import { requirePeriod } from '../../read-period.ts'
import { periodNumber } from '../../rules/period/period-number.ts'
import { fitsFrequency } from '../../rules/period/period-series.ts'
import { lastDay } from '../../rules/period/span.ts'
import { parseValue } from '../../rules/values/parse-value.ts'
import type { ReadingEntry, ReportOutcome, ReportReadings } from '../../schema/readings.ts'
import { deleteReading, findReadings, putReadings, type StoredReading } from '../../store/readings.ts'
import { readingDoubts } from './reading-doubts.ts'

interface Entered {
  readonly entry: ReadingEntry
  readonly defined: Defined
  readonly unit: MeasuredUnit
  /** Canonical; null: not available; undefined: taken back. */
  readonly value: string | null | undefined
  readonly before: StoredReading | undefined
}

/**
 * Reports values of a period, all or none. What is doubtful beside the history has to be confirmed by the person first.
 * @throws `indicators.bad-period`, `indicators.no-such-indicator`, `indicators.unknown-number`, `indicators.reading-bad-value`,
 * `indicators.reading-frequency`, `indicators.reading-changed`, `indicators.reading-verified`
 */
export async function reportReadings(
  ctx: Context,
  { period: text, entries }: ReportReadings,
): Promise<ReportOutcome> {
  authorize(ctx, 'indicators.report')
  const at = requirePeriod(text)
  const period = periodNumber(at)
  return ctx.transaction(async (tx) => {
    const columns = await openColumns(ctx, tx)
    const definitions = await loadDefinitions(ctx, tx, columns.head)
    const units = await measuredUnits(ctx, tx, columns.head)
    const stored = await findReadings(tx, { period }, { forUpdate: true })
    const entered = entries.map((entry): Entered => {
      const defined = requireDefined(definitions, entry.indicator)
      const unit = units.byNumber.get(entry.unit)
      if (!unit) throw invalid('indicators.unknown-number', { indicator: entry.indicator, unit: entry.unit })
      authorize(ctx, 'indicators.report', [unit.unitId])
      if (!fitsFrequency(at, definitionOn(defined, lastDay(at)).frequency))
        throw invalid('indicators.reading-frequency', { indicator: entry.indicator, period: text })
      const before = stored.find((row) => row.indicator === defined.number && row.unit === entry.unit)
      checkVersion(entry, unit, before)
      return { entry, defined, unit, value: enteredValue(entry, unit), before }
    })
    const cityId = await findCityUnitId(tx)
    const city = (cityId === undefined ? undefined : units.byUnitId.get(cityId)?.number) ?? null
    const kept = entered.filter(({ value }) => value !== undefined)
    const byIndicator = [...Map.groupBy(kept, ({ defined }) => defined).entries()]
    const doubts = await readingDoubts(
      ctx,
      byIndicator.map(([defined, group]) => ({
        defined,
        period,
        values: group.map(({ unit, value }) => ({ unit: unit.number, value: value ?? null })),
      })),
      { columns, units, city },
    )
    const confirmed = new Set(
      entries.flatMap(({ indicator, unit, isConfirmed }) => (isConfirmed ? [`${indicator} ${unit}`] : [])),
    )
    const open = doubts.filter((doubt) =>
      doubt.units.some((unit) => !confirmed.has(`${doubt.indicator} ${unit}`)),
    )
    if (open.length > 0) return { isSaved: false, doubts: open, readings: [] }
    await save(ctx, tx, { entered, period })
    const after = await findReadings(tx, { period, indicators: byIndicator.map(([{ number }]) => number) })
    const touched = new Set(kept.map(({ defined, unit }) => `${defined.number} ${unit.number}`))
    const readings = after.filter(({ indicator, unit }) => touched.has(`${indicator} ${unit}`))
    await journal(tx, ctx, {
      action: 'indicators.readings-reported',
      subject: { type: 'readings', id: text },
      detail: {
        readings: entered.map(({ defined, unit, value, before, entry }) => ({
          indicator: defined.code,
          unit: unit.key,
          before: before?.value ?? null,
          after: value === undefined ? null : value,
          ...(value === undefined ? { isTakenBack: true } : {}),
          ...(entry.isConfirmed ? { isConfirmed: true } : {}),
        })),
      },
    })
    return { isSaved: true, doubts, readings: readings.map((row) => presentReading(ctx, row, definitions)) }
  })
}

function checkVersion(
  { indicator, version }: ReadingEntry,
  unit: MeasuredUnit,
  before: StoredReading | undefined,
): void {
  const details = { indicator, unit: unit.name }
  if ((before?.version ?? 0) !== version)
    throw conflict('indicators.reading-changed', {
      ...details,
      by: before?.reported_by ?? '—',
      version: before?.version ?? 0,
    })
  if (before?.state === 'verified') throw conflict('indicators.reading-verified', details)
}

function enteredValue({ indicator, value }: ReadingEntry, unit: MeasuredUnit): string | null | undefined {
  if (value === null) return null
  if (value.trim() === '') return undefined
  const parsed = parseValue(value)
  if (parsed.kind === 'refused')
    throw invalid('indicators.reading-bad-value', { indicator, unit: unit.name, value })
  return parsed.value
}

async function save(
  ctx: Context,
  tx: Tx,
  { entered, period }: { entered: readonly Entered[]; period: number },
): Promise<void> {
  const { userId, name, grants } = ctx.actor
  for (const { value, before } of entered) if (value === undefined && before) await deleteReading(tx, before)
  const put = entered.flatMap(({ entry, defined, unit, value }) =>
    value === undefined
      ? []
      : [
          {
            indicator: defined.number,
            period,
            unit: unit.number,
            unitId: unit.unitId,
            value,
            note: entry.note,
          },
        ],
  )
  if (put.length > 0)
    await putReadings(
      tx,
      { tenantId: ctx.tenantId, userId, inNameOf: reportedFor(grants, put), name, at: ctx.clock.now() },
      put,
    )
}

/** For whom somebody who stands in reports these readings, together; the journal says it as well. */
function reportedFor(grants: Grants, readings: readonly { readonly unitId: string | null }[]): string[] {
  const units = [...new Set(readings.map(({ unitId }) => unitId))]
  for (const unitId of units) noteNames(grants, 'indicators.report', [unitId])
  return [
    ...new Set(
      units.flatMap((unitId) => inNamesOf(grants, 'indicators.report', [unitId]).map(({ id }) => id)),
    ),
  ]
}

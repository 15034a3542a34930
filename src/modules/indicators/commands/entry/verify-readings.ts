import type { Context, Tx } from '../../../../kernel/context.ts'
import { conflict, forbidden, invalid, notFound } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import type { Definitions } from '../../definitions/defined.ts'
import { loadDefinitions } from '../../definitions/load-definitions.ts'
import { requireDefined } from '../../definitions/require-defined.ts'
import { type MeasuredUnits, measuredUnits } from '../../measured/measured-units.ts'
import { isOwnReading, presentReading } from '../../queries/present-reading.ts'
import { periodNumberOf } from '../../read-period.ts'
import type { ReadingList, ReturnReadings, VerifyReadings } from '../../schema/readings.ts'
import { readHead } from '../../store/head.ts'
import { findReadings, type StoredReading, updateReading } from '../../store/readings.ts'

/**
 * Verifies readings that somebody else reported, all or none; then they may be published.
 * @throws `indicators.verify-own`, `indicators.reading-missing`, `indicators.reading-changed`, `indicators.reading-verified`
 */
export async function verifyReadings(ctx: Context, input: VerifyReadings): Promise<ReadingList> {
  return decide(ctx, input, {
    action: 'indicators.readings-verified',
    detail: {},
    async apply(tx, row, names) {
      if (row.state === 'verified') throw conflict('indicators.reading-verified', names)
      if (isOwnReading(ctx, row)) throw forbidden('indicators.verify-own', names)
      await updateReading(tx, row, {
        state: 'verified',
        verifier_id: ctx.actor.userId,
        verified_by: ctx.actor.name,
        verified_at: ctx.clock.now(),
        returned_for: '',
        returned_by: null,
        returned_at: null,
        version: row.version + 1,
      })
    },
  })
}

/**
 * Sends readings back to who reported them, with the reason; a verified one is no longer verified.
 * @throws `indicators.return-without-reason`, `indicators.reading-missing`, `indicators.reading-changed`
 */
export async function returnReadings(
  ctx: Context,
  { reason, ...input }: ReturnReadings,
): Promise<ReadingList> {
  if (reason === '') throw invalid('indicators.return-without-reason')
  return decide(ctx, input, {
    action: 'indicators.readings-returned',
    detail: { reason },
    apply: (tx, row) =>
      updateReading(tx, row, {
        state: 'reported',
        verifier_id: null,
        verified_by: null,
        verified_at: null,
        returned_for: reason,
        returned_by: ctx.actor.name,
        returned_at: ctx.clock.now(),
        version: row.version + 1,
      }),
  })
}

interface Decision {
  readonly action: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly apply: (tx: Tx, row: StoredReading, names: { indicator: string; unit: string }) => Promise<void>
}

async function decide(
  ctx: Context,
  { period: text, readings }: VerifyReadings,
  { action, detail, apply }: Decision,
): Promise<ReadingList> {
  authorize(ctx, 'indicators.verify')
  const period = periodNumberOf(text)
  return ctx.transaction(async (tx) => {
    const head = await readHead(tx)
    const definitions = await loadDefinitions(ctx, tx, head)
    const units = await measuredUnits(ctx, tx, head)
    const stored = await findReadings(tx, { period }, { forUpdate: true })
    const touched = new Set<string>()
    for (const { indicator, unit, version } of readings) {
      const row = requireReading({ definitions, units, stored }, { indicator, unit, version })
      await apply(tx, row, { indicator, unit: units.byNumber.get(unit)!.name })
      touched.add(`${row.indicator} ${unit}`)
    }
    const after = await findReadings(tx, { period })
    await journal(tx, ctx, {
      action,
      subject: { type: 'readings', id: text },
      detail: {
        ...detail,
        readings: readings.map(({ indicator, unit }) => ({ indicator, unit: units.byNumber.get(unit)!.key })),
      },
    })
    const shown = after.filter(({ indicator, unit }) => touched.has(`${indicator} ${unit}`))
    return { readings: shown.map((row) => presentReading(ctx, row, definitions)) }
  })
}

function requireReading(
  {
    definitions,
    units,
    stored,
  }: { definitions: Definitions; units: MeasuredUnits; stored: readonly StoredReading[] },
  { indicator, unit, version }: VerifyReadings['readings'][number],
): StoredReading {
  const { number } = requireDefined(definitions, indicator)
  const row = stored.find((each) => each.indicator === number && each.unit === unit)
  const names = { indicator, unit: units.byNumber.get(unit)?.name ?? unit }
  if (!row) throw notFound('indicators.reading-missing', names)
  if (row.version !== version)
    throw conflict('indicators.reading-changed', { ...names, by: row.reported_by, version: row.version })
  return row
}

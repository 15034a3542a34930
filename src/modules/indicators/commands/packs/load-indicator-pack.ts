import type { Context, Tx } from '../../../../kernel/context.ts'
import { invalid } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { loadDefinitions } from '../../definitions/load-definitions.ts'
import { requireDefined } from '../../definitions/require-defined.ts'
import { measuredUnits } from '../../measured/measured-units.ts'
import { requireUnit } from '../../measured/require-unit.ts'
import { periodNumberOf } from '../../read-period.ts'
import type { Row } from '../../rules/values/gather-rows.ts'
import { IndicatorPack, type PackRelease, type SetTargets } from '../../schema.ts'
import { lockHead, readHead } from '../../store/head.ts'
import { insertLoadedRelease, loadedReleases } from '../../store/loaded-packs.ts'
import { listTargets } from '../../store/targets.ts'
import { defineIndicator } from '../define/define-indicator.ts'
import { publishRows } from '../publish/publish-rows.ts'
import { setTargets } from '../targets/set-targets.ts'
import { addExternalUnits } from './add-external-units.ts'

/** How much of a pack was not there yet. */
export interface LoadedIndicators {
  readonly units: number
  readonly indicators: number
  readonly releases: number
  readonly values: number
}

/**
 * Brings a city up to its pack: units outside the register, indicators, releases of values, targets. What is there already
 * stays as people have left it; a release is published once, so a repeat does nothing.
 * @throws `indicators.malformed-pack`, and those of the commands by which it is written
 */
export async function loadIndicatorPack(
  ctx: Context,
  { fileName, content }: { fileName: string; content: unknown },
): Promise<LoadedIndicators> {
  authorize(ctx, 'indicators.publish')
  const parsed = IndicatorPack.safeParse(content)
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!
    throw invalid('indicators.malformed-pack', { file: fileName, place: path.join('.'), reason: message })
  }
  const { externalUnits, indicators, releases, targets } = parsed.data
  const units = await addExternalUnits(ctx, externalUnits)
  const { known, done } = await ctx.transaction(async (tx) => ({
    known: (await loadDefinitions(ctx, tx, await readHead(tx))).byCode,
    done: await loadedReleases(tx),
  }))
  const added = indicators.filter(({ code }) => !known.has(code))
  for (const indicator of added) await defineIndicator(ctx, indicator)
  let published = 0
  let values = 0
  for (const release of releases.filter(({ key }) => !done.has(key))) {
    const rows = await ctx.transaction((tx) => publishOnce(ctx, tx, release))
    published += Number(rows > 0)
    values += rows
  }
  if (targets && !done.has(targets.key)) {
    const lacking = await ctx.transaction((tx) => lackingTargets(ctx, tx, targets.targets))
    if (lacking.length > 0) await setTargets(ctx, { targets: lacking })
    await ctx.transaction((tx) => markLoaded(ctx, tx, targets.key))
  }
  return { units, indicators: added.length, releases: published, values }
}

/** Another server that starts at the same time may have been quicker. */
async function publishOnce(ctx: Context, tx: Tx, release: PackRelease): Promise<number> {
  await lockHead(tx, ctx.tenantId)
  if ((await loadedReleases(tx)).has(release.key)) return 0
  const head = await readHead(tx)
  const definitions = await loadDefinitions(ctx, tx, head)
  const units = await measuredUnits(ctx, tx, head)
  const rows = release.values.flatMap(({ indicator: code, periods, units: byUnit }) => {
    const indicator = requireDefined(definitions, code).number
    const numbers = periods.map(periodNumberOf)
    return Object.entries(byUnit).flatMap(([key, values]) => {
      const unit = requireUnit(units, key).number
      return values.flatMap((value, at): Row[] =>
        value === null ? [] : [{ indicator, period: numbers[at]!, unit, value }],
      )
    })
  })
  await markLoaded(ctx, tx, release.key)
  const { source, note, key } = release
  return (await publishRows(ctx, tx, { source, note, rows, detail: { release: key } })).rows
}

/** Those that nobody has set meanwhile. */
async function lackingTargets(
  ctx: Context,
  tx: Tx,
  targets: SetTargets['targets'],
): Promise<SetTargets['targets']> {
  const head = await readHead(tx)
  const { byCode } = await loadDefinitions(ctx, tx, head)
  const { byKey } = await measuredUnits(ctx, tx, head)
  const set = await listTargets(tx, {})
  return targets.filter(
    ({ indicator, unit, period, kind, horizon }) =>
      !set.some(
        (each) =>
          each.indicator === byCode.get(indicator)?.number &&
          each.unit === byKey.get(unit)?.number &&
          each.period === periodNumberOf(period) &&
          each.kind === kind &&
          each.horizon === horizon,
      ),
  )
}

const markLoaded = (ctx: Context, tx: Tx, key: string) =>
  insertLoadedRelease(tx, { tenantId: ctx.tenantId, key, at: ctx.clock.now() })

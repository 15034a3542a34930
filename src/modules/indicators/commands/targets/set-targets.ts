import type { Context, Tx } from '../../../../kernel/context.ts'
import { conflict, invalid } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { requireDefined } from '../../definitions/require-defined.ts'
import { requireUnit } from '../../measured/require-unit.ts'
import { presentTarget } from '../../queries/targets.ts'
import { periodNumberOf } from '../../read-period.ts'
import { parseValue } from '../../rules/values/parse-value.ts'
import type { SetTargets, Targets } from '../../schema.ts'
import { lockHead } from '../../store/head.ts'
import {
  deleteTarget,
  insertTarget,
  listTargets,
  type StoredTarget,
  updateTarget,
} from '../../store/targets.ts'
import { openValues, type Values } from '../../values/open-values.ts'

type Given = SetTargets['targets'][number]

/**
 * Sets targets, all of them or none: new ones, changed ones, and a null value takes one away. The journal keeps each value
 * before and after.
 * @throws `indicators.no-such-indicator`, `indicators.no-such-unit`, `indicators.bad-period`, `indicators.bad-value`,
 * `indicators.target-changed`
 */
export async function setTargets(ctx: Context, { targets }: SetTargets): Promise<Targets> {
  authorize(ctx, 'indicators.target')
  return ctx.transaction(async (tx) => {
    await lockHead(tx, ctx.tenantId)
    const values = await openValues(ctx, tx)
    const done: { stored: StoredTarget | null; change: Record<string, unknown> }[] = []
    for (const given of targets) done.push(await setOne(ctx, tx, { given, values }))
    await journal(tx, ctx, {
      action: 'indicators.targets-set',
      subject: { type: 'target', id: done.length === 1 ? String(done[0]!.change.id) : `${done.length}` },
      detail: { targets: done.map(({ change }) => change) },
    })
    return { targets: done.flatMap(({ stored }) => (stored ? [presentTarget(values, stored)] : [])) }
  })
}

async function setOne(ctx: Context, tx: Tx, { given, values }: { given: Given; values: Values }) {
  const indicator = requireDefined(values.definitions, given.indicator).number
  const unit = requireUnit(values.units, given.unit)
  const period = periodNumberOf(given.period)
  const { kind, horizon, path, document } = given
  const same = await listTargets(tx, { indicator, unit: unit.number, period, horizon })
  const former = same.find((each) => each.kind === kind)
  if (given.version !== former?.version)
    throw conflict('indicators.target-changed', {
      indicator: given.indicator,
      unit: unit.name,
      period: given.period,
      version: former?.version ?? 0,
    })
  const named = { indicator: given.indicator, unit: unit.key, period: given.period, kind, horizon }
  if (given.value === null) {
    if (former) await deleteTarget(tx, former.id)
    return { stored: null, change: { id: former?.id, ...named, before: former?.value ?? null, after: null } }
  }
  const parsed = parseValue(given.value)
  if (parsed.kind === 'refused')
    throw invalid('indicators.bad-value', { value: given.value, reason: parsed.reason })
  const at = ctx.clock.now()
  const stored: StoredTarget = {
    id: former?.id ?? newId(at.getTime()),
    indicator,
    unit: unit.number,
    period,
    value: parsed.value,
    kind,
    horizon,
    path,
    document,
    version: (former?.version ?? 0) + 1,
    changedAt: at,
    changedBy: ctx.actor.name,
  }
  if (former) await updateTarget(tx, stored)
  else await insertTarget(tx, ctx.tenantId, stored)
  const change = {
    id: stored.id,
    ...named,
    before: former?.value ?? null,
    after: stored.value,
    path,
    document,
  }
  return { stored, change }
}

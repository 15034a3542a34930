import type { Context } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { requireDefined } from '../definitions/require-defined.ts'
import { requireUnit } from '../measured/require-unit.ts'
import { periodNumberOf, periodTextOf } from '../read-period.ts'
import type { AskTargets, Target, Targets } from '../schema.ts'
import { listTargets, type StoredTarget } from '../store/targets.ts'
import { openValues, type Values } from '../values/open-values.ts'
import { refOf } from './league/present-table.ts'

/** The targets in force. @throws `indicators.no-such-indicator`, `indicators.no-such-unit`, `indicators.bad-period` */
export function findTargets(ctx: Context, input: AskTargets): Promise<Targets> {
  authorize(ctx, 'indicators.read')
  return ctx.transaction(async (tx) => {
    const values = await openValues(ctx, tx)
    const filter = {
      indicator:
        input.indicator === undefined
          ? undefined
          : requireDefined(values.definitions, input.indicator).number,
      unit: input.unit === undefined ? undefined : requireUnit(values.units, input.unit).number,
      period: input.period === undefined ? undefined : periodNumberOf(input.period),
    }
    return { targets: (await listTargets(tx, filter)).map((target) => presentTarget(values, target)) }
  })
}

export function presentTarget(values: Values, stored: StoredTarget): Target {
  const { indicator, unit, period, changedAt, ...target } = stored
  return {
    ...target,
    indicator: values.definitions.byNumber.get(indicator)!.code,
    unit: refOf(values.units)(unit),
    period: periodTextOf(period),
    changedAt: changedAt.toISOString(),
  }
}

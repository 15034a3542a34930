import type { Context } from '../../../../kernel/context.ts'
import { invalid } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { requireDefined } from '../../definitions/require-defined.ts'
import { requireUnit } from '../../measured/require-unit.ts'
import { openShown } from '../../queries/claims/claims.ts'
import { presentPosition } from '../../queries/claims/external-positions.ts'
import { periodNumberOf } from '../../read-period.ts'
import { parseValue } from '../../rules/values/parse-value.ts'
import type { AddExternalPosition, ExternalPosition } from '../../schema/claims.ts'
import { insertPosition } from '../../store/external-positions.ts'

/**
 * Puts down a rank that somebody else printed, with its source. It is never changed: a later one of the same period
 * supersedes it.
 * @throws `indicators.no-such-indicator`, `indicators.no-such-unit`, `indicators.bad-period`, `indicators.bad-value`,
 * `indicators.position-beyond`
 */
export async function addExternalPosition(
  ctx: Context,
  input: AddExternalPosition,
): Promise<ExternalPosition> {
  authorize(ctx, 'indicators.import')
  const { position, of, scope, source } = input
  if (of !== null && position > of) throw invalid('indicators.position-beyond', { position, of })
  const value = input.value === null ? null : parseValue(input.value)
  if (value?.kind === 'refused')
    throw invalid('indicators.bad-value', { value: input.value ?? '', reason: value.reason })
  return ctx.transaction(async (tx) => {
    const shown = await openShown(ctx, tx)
    const at = ctx.clock.now()
    const stored = {
      tenant_id: ctx.tenantId,
      id: newId(at.getTime()),
      indicator: requireDefined(shown.definitions, input.indicator).number,
      unit: requireUnit(shown.units, input.unit).number,
      scope,
      period: periodNumberOf(input.period),
      position,
      among: of,
      value: value?.value ?? null,
      source,
      recorded_at: at,
      recorded_by: ctx.actor.name,
      withdrawn_because: '',
    }
    await insertPosition(tx, stored)
    const presented = presentPosition(stored, shown)
    await journal(tx, ctx, {
      action: 'indicators.position-recorded',
      subject: { type: 'external-position', id: stored.id },
      detail: { ...presented, unit: presented.unit.key },
    })
    return presented
  })
}

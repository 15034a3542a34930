import type { Context } from '../../../kernel/context.ts'
import { isOwnDoing } from '../../../kernel/own-doing.ts'
import { isAllowed } from '../../../kernel/permissions.ts'
import type { Definitions } from '../definitions/defined.ts'
import { parseValue } from '../rules/values/parse-value.ts'
import type { Reading } from '../schema/readings.ts'
import type { StoredReading } from '../store/readings.ts'

/** Whether the actor would verify what they reported, as themselves or through standing in for somebody. */
export function isOwnReading(ctx: Context, { reporter_id, in_name_of }: StoredReading): boolean {
  const doing = { by: reporter_id, inNameOf: in_name_of }
  return isOwnDoing(ctx.actor, { permission: 'indicators.verify', ...doing })
}

/** A reading as a person sees it. */
export function presentReading(ctx: Context, row: StoredReading, { byNumber }: Definitions): Reading {
  const parsed = row.value === null ? null : parseValue(row.value)
  return {
    indicator: byNumber.get(row.indicator)!.code,
    unit: row.unit,
    value: parsed?.kind === 'value' ? parsed.value : row.value,
    note: row.note,
    state: row.state,
    reportedBy: row.reported_by,
    reportedAt: row.reported_at.toISOString(),
    verifiedBy: row.verified_by,
    verifiedAt: row.verified_at?.toISOString() ?? null,
    returnedFor: row.returned_for,
    returnedBy: row.returned_by,
    version: row.version,
    canVerify:
      row.state === 'reported' && isAllowed(ctx.actor.grants, 'indicators.verify') && !isOwnReading(ctx, row),
  }
}

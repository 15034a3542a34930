import type { Context } from '../../../../kernel/context.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { requireDefined } from '../../definitions/require-defined.ts'
import { requireUnit } from '../../measured/require-unit.ts'
import { periodTextOf } from '../../read-period.ts'
import {
  type AskExternalPositions,
  type ExternalPosition,
  type ExternalPositions,
  ExternalScope,
} from '../../schema/claims.ts'
import { newestPositions, positionHistory, type StoredPosition } from '../../store/external-positions.ts'
import { refOf } from '../league/present-table.ts'
import { openShown } from './claims.ts'
import type { Shown } from './present-claim.ts'

/**
 * Ranks that somebody else printed: the newest of each indicator, unit, scope and period, or all that was put down.
 * @throws `indicators.no-such-indicator`, `indicators.no-such-unit`
 */
export function externalPositions(ctx: Context, asked: AskExternalPositions): Promise<ExternalPositions> {
  authorize(ctx, 'indicators.read')
  return ctx.transaction(async (tx) => {
    const shown = await openShown(ctx, tx)
    const { indicator, unit, history } = asked
    const filter = {
      indicators: indicator === undefined ? undefined : [requireDefined(shown.definitions, indicator).number],
      unit: unit === undefined ? undefined : requireUnit(shown.units, unit).number,
    }
    const newest = await newestPositions(tx, filter)
    if (!history) return { positions: newest.map((each) => presentPosition(each, shown)) }
    const seen = new Set<string>()
    const positions = (await positionHistory(tx, filter)).map((each) => {
      const key = [each.indicator, each.unit, each.scope, each.period].join(' ')
      const isSuperseded = seen.has(key)
      seen.add(key)
      return { ...presentPosition(each, shown), isSuperseded }
    })
    return { positions }
  })
}

export function presentPosition(stored: StoredPosition, { definitions, units }: Shown): ExternalPosition {
  return {
    id: stored.id,
    indicator: definitions.byNumber.get(stored.indicator)!.code,
    unit: refOf(units)(stored.unit),
    scope: ExternalScope.parse(stored.scope),
    period: periodTextOf(stored.period),
    position: stored.position,
    of: stored.among,
    value: stored.value,
    source: stored.source,
    withdrawnBecause: stored.withdrawn_because,
    isSuperseded: false,
    recordedAt: stored.recorded_at.toISOString(),
    recordedBy: stored.recorded_by,
  }
}

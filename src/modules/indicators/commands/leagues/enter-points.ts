import type { Context } from '../../../../kernel/context.ts'
import { conflict, invalid } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { requireUnit } from '../../measured/require-unit.ts'
import { presentEntry, requireLeague } from '../../queries/leagues/leagues.ts'
import { periodNumberOf } from '../../read-period.ts'
import { parseValue } from '../../rules/values/parse-value.ts'
import type { EnterPoints, LeagueDefinition, LeagueEntry } from '../../schema/composite.ts'
import { insertEntry, listEntries } from '../../store/leagues.ts'
import { openValues } from '../../values/open-values.ts'

/**
 * Enters what no indicator tells: the leaders' score of a unit, points given or taken, an exemption from the black list.
 * @throws `indicators.no-such-league`, `indicators.no-such-unit`, `indicators.bad-period`, `indicators.bad-value`,
 * `indicators.entry-subject`, `indicators.entry-reason`, `indicators.entry-score-range`, `indicators.entry-changed`
 */
export async function enterPoints(ctx: Context, key: string, input: EnterPoints): Promise<LeagueEntry> {
  authorize(ctx, 'indicators.score')
  return ctx.transaction(async (tx) => {
    const league = await requireLeague(tx, key)
    const values = await openValues(ctx, tx)
    const unit = requireUnit(values.units, input.unit)
    const period = periodNumberOf(input.period)
    const value = soundValue(input, league.definition)
    const { kind, subject, reason, version } = input
    const entries = await listEntries(tx, { leagueId: league.id, period })
    const former = entries.find(
      (entry) => entry.unit === unit.number && entry.kind === kind && entry.subject === subject,
    )
    const row = {
      tenant_id: ctx.tenantId,
      league_id: league.id,
      period,
      unit: unit.number,
      kind,
      subject,
      version: version + 1,
      value,
      reason,
      entered_at: ctx.clock.now(),
      entered_by: ctx.actor.name,
    }
    if ((former?.version ?? 0) !== version || !(await insertEntry(tx, row)))
      throw conflict('indicators.entry-changed', { unit: unit.name, version: former?.version ?? version + 1 })
    await journal(tx, ctx, {
      action: 'indicators.points-entered',
      subject: { type: 'league', id: league.id },
      detail: {
        league: key,
        period: input.period,
        unit: unit.key,
        kind,
        subject,
        before: former?.value ?? null,
        after: value,
        reason,
      },
    })
    return presentEntry(values, row)
  })
}

function soundValue(
  { kind, subject, value, reason }: EnterPoints,
  definition: LeagueDefinition,
): string | null {
  const { scheme, sources, lists } = definition
  const component = scheme.components.find((each) => each.key === subject)
  const isKnown =
    kind === 'adjustment'
      ? subject === ''
      : kind === 'score'
        ? component !== undefined && sources[subject]?.kind === 'entered'
        : lists?.rules.exemptions.some((each) => each.key === subject)
  if (!isKnown) throw invalid('indicators.entry-subject', { subject })
  if (value === null) return null
  if (kind !== 'score' && reason.trim() === '') throw invalid('indicators.entry-reason', { subject })
  const parsed = parseValue(value)
  if (parsed.kind === 'refused') throw invalid('indicators.bad-value', { value, reason: parsed.reason })
  const isOutside = Number(value) < 0 || Number(value) > 100
  if (component?.score.kind === 'score' && isOutside) throw invalid('indicators.entry-score-range', { value })
  return parsed.value
}

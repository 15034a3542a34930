import type { Context, Tx } from '../../../../kernel/context.ts'
import { notFound } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { periodNumberOf, periodTextOf } from '../../read-period.ts'
import { presetSchemes } from '../../rules/league/composite/presets.ts'
import { presetLists } from '../../rules/league/lists/presets.ts'
import type { League, LeagueEntry, LeaguePresets } from '../../schema/composite.ts'
import {
  findLeague,
  listEntries,
  listLeagues,
  type StoredEntry,
  type StoredLeague,
} from '../../store/leagues.ts'
import { openValues, type Values } from '../../values/open-values.ts'
import { refOf } from '../league/present-table.ts'

/** All composite leagues. */
export function leagues(ctx: Context): Promise<League[]> {
  authorize(ctx, 'indicators.read')
  return ctx.transaction(async (tx) => (await listLeagues(tx)).map(presentLeague))
}

/** @throws `indicators.no-such-league` */
export function getLeague(ctx: Context, key: string): Promise<League> {
  authorize(ctx, 'indicators.read')
  return ctx.transaction(async (tx) => presentLeague(await requireLeague(tx, key)))
}

/** The schemes and lists that ship with the product, to be copied. */
export function leaguePresets(ctx: Context): LeaguePresets {
  authorize(ctx, 'indicators.read')
  return { schemes: [...presetSchemes()], lists: [...presetLists()] }
}

/** What is entered for a league's period. @throws `indicators.no-such-league`, `indicators.bad-period` */
export function leagueEntries(ctx: Context, key: string, period: string): Promise<LeagueEntry[]> {
  authorize(ctx, 'indicators.read')
  return ctx.transaction(async (tx) => {
    const { id } = await requireLeague(tx, key)
    const values = await openValues(ctx, tx)
    const entries = await listEntries(tx, { leagueId: id, period: periodNumberOf(period) })
    return entries.map((entry) => presentEntry(values, entry))
  })
}

/** @throws `indicators.no-such-league` */
export async function requireLeague(tx: Tx, key: string): Promise<StoredLeague> {
  const league = await findLeague(tx, { key })
  if (!league) throw notFound('indicators.no-such-league', { league: key })
  return league
}

export function presentLeague({ key, name, definition, version, ...row }: StoredLeague): League {
  return {
    key,
    name,
    definition,
    version,
    changedAt: row.changed_at.toISOString(),
    changedBy: row.changed_by,
  }
}

export function presentEntry({ units }: Values, entry: StoredEntry): LeagueEntry {
  const { kind, subject, value, reason, version } = entry
  return {
    period: periodTextOf(entry.period),
    unit: refOf(units)(entry.unit).key,
    kind,
    subject,
    value,
    reason,
    version,
    enteredAt: entry.entered_at.toISOString(),
    enteredBy: entry.entered_by,
  }
}

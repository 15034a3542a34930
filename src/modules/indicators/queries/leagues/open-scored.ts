import type { Tx } from '../../../../kernel/context.ts'
import { conflict } from '../../../../kernel/errors.ts'
import { listEntries, type StoredLeague } from '../../store/leagues.ts'
import { listTargets, type StoredTarget } from '../../store/targets.ts'
import type { Values } from '../../values/open-values.ts'
import { requireCohort } from '../league/league-table.ts'
import { requireLeague } from './leagues.ts'
import type { Scored } from './score-period.ts'

/**
 * A league with everything that its scores rest on: targets, what was entered, and other leagues, each in its own cohort.
 * @throws `indicators.no-such-cohort`, `indicators.no-such-league`, `indicators.league-cycle`
 */
export async function openScored(
  tx: Tx,
  values: Values,
  { league, trail }: { league: StoredLeague; trail: readonly string[] },
): Promise<Scored> {
  const { definition, key } = league
  const path = [...trail, key]
  if (trail.includes(key)) throw conflict('indicators.league-cycle', { loop: path.join(' → ') })
  const leagues = new Map<string, Scored>()
  for (const source of Object.values(definition.sources))
    if (source.kind === 'league' && !leagues.has(source.league)) {
      const other = await requireLeague(tx, source.league)
      leagues.set(source.league, await openScored(tx, values, { league: other, trail: path }))
    }
  return {
    values,
    definition,
    memberships: requireCohort(values, definition.cohort).memberships,
    targets: await targetsOf(tx, values, league),
    entries: await listEntries(tx, { leagueId: league.id }),
    leagues,
  }
}

async function targetsOf(
  tx: Tx,
  { definitions }: Values,
  { definition: { scheme, sources } }: StoredLeague,
): Promise<Map<number, StoredTarget[]>> {
  const targets = new Map<number, StoredTarget[]>()
  for (const { key, score } of scheme.components) {
    const source = sources[key]
    if (source?.kind !== 'indicator') continue
    if (source.measure !== 'done' && (score.kind !== 'linear' || score.target !== 'own')) continue
    const indicator = definitions.byCode.get(source.indicator)?.number
    if (indicator !== undefined && !targets.has(indicator))
      targets.set(indicator, await listTargets(tx, { indicator }))
  }
  return targets
}

import { invalid, notFound } from '../../../../kernel/errors.ts'
import { requireDefined } from '../../definitions/require-defined.ts'
import { compareFractions, fractionOf } from '../../rules/exact/fraction.ts'
import { schemeFaults } from '../../rules/league/composite/scheme-faults.ts'
import { partsOfPeriod } from '../../rules/period/parts-of-period.ts'
import type { ComponentSource, League, LeagueDefinition } from '../../schema/composite.ts'
import type { Values } from '../../values/open-values.ts'

const MONTHS = { year: 12, half: 6, quarter: 3, month: 1 } as const

/**
 * @throws `indicators.scheme-…` for the first fault of the scheme, `indicators.no-such-indicator`,
 * `indicators.no-such-cohort`, `indicators.league-source-missing`, `indicators.league-month-beyond`,
 * `indicators.league-entered-target`, `indicators.league-field-unknown`, `indicators.league-outcome-unknown`,
 * `indicators.league-weight-not-above-zero`, `indicators.no-such-league`, `indicators.league-part`, `indicators.league-cycle`
 */
export function requireSoundLeague(
  values: Values,
  definition: LeagueDefinition,
  { key: own, leagues }: { key: string; leagues: readonly Pick<League, 'key' | 'definition'>[] },
): void {
  const { scheme, sources, cohort, frequency, lists } = definition
  const [fault] = schemeFaults(scheme)
  if (fault) throw invalid(fault.code, fault.details)
  if (!values.units.findCohort(cohort)) throw notFound('indicators.no-such-cohort', { cohort })
  for (const { key, weight, score } of scheme.components) {
    if (compareFractions(fractionOf(weight), fractionOf('0')) <= 0)
      throw invalid('indicators.league-weight-not-above-zero', { component: key })
    const source = sources[key]
    if (!source) throw invalid('indicators.league-source-missing', { component: key })
    if (source.kind === 'entered') {
      if (score.kind === 'linear' && score.target === 'own')
        throw invalid('indicators.league-entered-target', { component: key })
      continue
    }
    if (source.kind === 'league') {
      if (score.kind === 'linear' && score.target === 'own')
        throw invalid('indicators.league-entered-target', { component: key })
      requireFitting(definition, { component: key, source, leagues })
      continue
    }
    requireDefined(values.definitions, source.indicator)
    if (source.month !== null && source.month > MONTHS[frequency])
      throw invalid('indicators.league-month-beyond', { component: key, month: source.month })
  }
  const loop = loopOf(own, [...leagues.filter(({ key }) => key !== own), { key: own, definition }])
  if (loop) throw invalid('indicators.league-cycle', { loop: loop.join(' → ') })
  if (!lists) return
  if (!lists.rules.fields.some(({ key }) => key === lists.field))
    throw invalid('indicators.league-field-unknown', { field: lists.field })
  for (const key of lists.outcomes)
    if (scheme.components.find((each) => each.key === key)?.score.kind !== 'linear')
      throw invalid('indicators.league-outcome-unknown', { component: key })
}

type Known = Pick<League, 'key' | 'definition'>

/** The other league is there, and its periods are this one's or make it up. */
function requireFitting(
  { frequency }: LeagueDefinition,
  asked: {
    readonly component: string
    readonly source: Extract<ComponentSource, { kind: 'league' }>
    readonly leagues: readonly Known[]
  },
): void {
  const { component, source, leagues } = asked
  const other = leagues.find(({ key }) => key === source.league)
  if (!other) throw notFound('indicators.no-such-league', { league: source.league })
  const parts = partsOfPeriod({ kind: frequency, year: 2024, index: 1 }, other.definition.frequency)
  const isFitting =
    source.part === null ? other.definition.frequency === frequency : source.part <= (parts?.length ?? 0)
  if (!isFitting) throw invalid('indicators.league-part', { component, league: other.key })
}

/** The leagues by which one leads back to itself. */
function loopOf(own: string, leagues: readonly Known[], trail: readonly string[] = []): string[] | undefined {
  if (trail.includes(own)) return [...trail.slice(trail.indexOf(own)), own]
  const sources = Object.values(leagues.find(({ key }) => key === own)?.definition.sources ?? {})
  for (const source of sources) {
    const loop = source.kind === 'league' ? loopOf(source.league, leagues, [...trail, own]) : undefined
    if (loop) return loop
  }
  return undefined
}

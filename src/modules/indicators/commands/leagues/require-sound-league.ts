import { invalid, notFound } from '../../../../kernel/errors.ts'
import { requireDefined } from '../../definitions/require-defined.ts'
import { compareFractions, fractionOf } from '../../rules/exact/fraction.ts'
import { schemeFaults } from '../../rules/league/composite/scheme-faults.ts'
import type { LeagueDefinition } from '../../schema/composite.ts'
import type { Values } from '../../values/open-values.ts'

const MONTHS = { year: 12, half: 6, quarter: 3, month: 1 } as const

/**
 * @throws `indicators.scheme-…` for the first fault of the scheme, `indicators.no-such-indicator`,
 * `indicators.no-such-cohort`, `indicators.league-source-missing`, `indicators.league-month-beyond`,
 * `indicators.league-entered-target`, `indicators.league-field-unknown`, `indicators.league-outcome-unknown`,
 * `indicators.league-weight-not-above-zero`
 */
export function requireSoundLeague(values: Values, definition: LeagueDefinition): void {
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
    requireDefined(values.definitions, source.indicator)
    if (source.month !== null && source.month > MONTHS[frequency])
      throw invalid('indicators.league-month-beyond', { component: key, month: source.month })
  }
  if (!lists) return
  if (!lists.rules.fields.some(({ key }) => key === lists.field))
    throw invalid('indicators.league-field-unknown', { field: lists.field })
  for (const key of lists.outcomes)
    if (scheme.components.find((each) => each.key === key)?.score.kind !== 'linear')
      throw invalid('indicators.league-outcome-unknown', { component: key })
}

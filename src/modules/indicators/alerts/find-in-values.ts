import { type Ranked, rankPeriod, wantedFor } from '../queries/league/rank-period.ts'
import { earlierPeriod } from '../queries/league/streak-tables.ts'
import { findDeclines } from '../rules/alerts/find-declines.ts'
import { findOutlier } from '../rules/alerts/find-outlier.ts'
import { findRankDrop } from '../rules/alerts/find-rank-drop.ts'
import { measureKind } from '../rules/claims/same-measure.ts'
import { rankChanges } from '../rules/league/rank-changes.ts'
import { writePeriod } from '../rules/period/period-text.ts'
import type { Wanted } from '../values/open-values.ts'
import type { KnownRule } from './alert-rules.ts'
import { type Found, seriesOf, subjectOf, type Watching, watchedColumns, watchedUnits } from './watching.ts'

/** What the rules about values need. */
export function wantedForValues({ values, defined, periods }: Watching): Wanted[] {
  const ranked: Ranked = {
    values,
    defined,
    measure: 'growth',
    memberships: [],
    ties: 'standard',
    missing: 'apart',
  }
  return periods.flatMap((period) => wantedFor(ranked, period))
}

/** What a rule finds in the values of an indicator. What `wantedForValues` names must be loaded. */
export function findInValues(watching: Watching, known: KnownRule): Found[] {
  const { rule, watch } = known.definition
  const { defined, definition, newest } = watching
  const found = (unit: number, finding: Found['finding'] | undefined): Found[] =>
    finding ? [{ rule: known, defined, unit, finding }] : []
  switch (rule.kind) {
    case 'declines': {
      if (definition.direction === 'near') return []
      const worse = definition.direction === 'higher' ? 'lower' : 'higher'
      const columns = watchedColumns(watching, watch.measure)
      const isGrowth = isOfGrowth(definition.measure, watch.measure)
      return watchedUnits(watching, known, newest).units.flatMap((unit) => {
        const series = seriesOf(watching, columns, unit)
        return found(unit, toldOf(findDeclines(rule, subjectOf(watching, unit), { series, worse }), isGrowth))
      })
    }
    case 'outlier': {
      const columns = watchedColumns(watching, 'growth')
      return watchedUnits(watching, known, newest).units.flatMap((unit) =>
        found(unit, findOutlier(rule, subjectOf(watching, unit), seriesOf(watching, columns, unit))),
      )
    }
    case 'rank-drop':
      return placesLost(watching, known)
    case 'gap':
    case 'not-reported':
      return []
  }
}

/** Growth of what is in per cent already is not looked at: it is taken as it is. */
const isOfGrowth = (measure: string, asked: 'level' | 'growth') =>
  asked === 'growth' && measureKind(measure) !== 'percent'

function toldOf(finding: Found['finding'] | undefined, isGrowth: boolean): Found['finding'] | undefined {
  return finding && isGrowth ? { ...finding, numbers: { ...finding.numbers, of: 'growth' } } : finding
}

function placesLost(watching: Watching, known: KnownRule): Found[] {
  const { rule, watch } = known.definition
  if (rule.kind !== 'rank-drop') return []
  const { values, defined, definition, newest } = watching
  const { memberships } = watchedUnits(watching, known, newest)
  const isGrowth = isOfGrowth(definition.measure, watch.measure)
  const measure = isGrowth ? 'growth' : 'level'
  const ranked: Ranked = { values, defined, measure, memberships, ties: 'standard', missing: 'apart' }
  const former = earlierPeriod(ranked, newest, 'previous')
  const isKnown = former && watching.periods.some((period) => writePeriod(period) === writePeriod(former))
  const [now, before] = [rankPeriod(ranked, newest), isKnown ? rankPeriod(ranked, former) : undefined]
  if (!now || !before) return []
  return rankChanges(now, before).changes.flatMap((change) => {
    const finding = findRankDrop(rule, subjectOf(watching, change.unit), {
      change,
      table: watch.cohort,
      period: writePeriod(newest),
    })
    return finding ? [{ rule: known, defined, unit: change.unit, finding: toldOf(finding, isGrowth)! }] : []
  })
}

import { compareFractions, fractionOf } from '../../rules/exact/fraction.ts'
import type { CompositeScore } from '../../rules/league/composite/composite-scores.ts'
import { type ReadList, redBlackLists, type TargetOutcome } from '../../rules/league/lists/red-black-lists.ts'
import type { CompositeTable } from '../../schema/composite.ts'
import { refOf } from '../league/present-table.ts'
import type { Scored, ScoredPeriod } from './score-period.ts'

/** The red and the black list of a period, with who was passed over and why; null where the league keeps none. */
export function presentLists(
  { definition, entries, values }: Scored,
  { now, period }: { now: ScoredPeriod; period: number },
): CompositeTable['lists'] {
  const { lists } = definition
  if (!lists) return null
  const granted = entries.filter(
    (entry) => entry.period === period && entry.kind === 'exemption' && entry.value !== null,
  )
  const { red, black } = redBlackLists({
    rules: lists.rules,
    field: lists.field,
    ranking: now.table.ranking,
    outcomes: new Map(now.table.scores.map((score) => [score.unit, outcomeOf(score, lists.outcomes)])),
    exempt: new Map(granted.map(({ unit, subject }) => [unit, subject])),
  })
  const ref = refOf(values.units)
  const noteOf = (unit: number) => granted.find((entry) => entry.unit === unit)?.reason ?? null
  const shown = ({ quota, listed, passedOver }: ReadList) => ({
    quota,
    listed: listed.map(({ unit, rank }) => ({ ...ref(unit), rank })),
    passedOver: passedOver.map(({ unit, rank, reason, exemption }) => ({
      ...ref(unit),
      rank,
      reason,
      exemption: exemption ?? null,
      note: reason === 'exempt' ? noteOf(unit) : null,
    })),
  })
  return { red: shown(red), black: shown(black) }
}

/** Below one target is not fulfilled; above all of them is over-fulfilled; one that is not known may be either. */
function outcomeOf({ parts }: CompositeScore, components: readonly string[]): TargetOutcome {
  const signs = components.map((key) => {
    const part = parts.find(({ component }) => component === key)
    if (part?.numerator == null || part.denominator === null) return null
    return compareFractions(fractionOf(part.numerator), fractionOf(part.denominator))
  })
  if (signs.some((sign) => sign !== null && sign < 0)) return 'below'
  if (signs.length === 0 || signs.includes(null)) return null
  return signs.every((sign) => sign !== null && sign > 0) ? 'above' : 'on'
}

import type { Source } from '../../schema.ts'
import type { AlertFact, ItemFact, PaceFact, StandingFact } from './facts.ts'

/** The league table in which the unit stands, as of the vintage that was read. */
export function leagueSource(
  standing: StandingFact,
  { cohort, asOf }: { cohort: string; asOf: number },
): Source {
  const { code, name, period, value, unit, rank, of, numerator, denominator, vintage, source } = standing
  const search = new URLSearchParams({
    period,
    ...(cohort !== 'city-wide' && { cohort }),
    asOf: String(asOf),
  })
  return {
    kind: rank === null ? 'value' : 'league',
    href: `/indicators/${encodeURIComponent(code)}?${search}`,
    label: {
      title: name.zh,
      key: code,
      value,
      unit,
      ...(rank !== null && { rank, of }),
      period,
      ...(numerator !== null && { numerator }),
      ...(denominator !== null && { denominator }),
      ...(vintage !== null && { vintage }),
      ...(source !== null && { source }),
    },
  }
}

/** The table that a place is compared with. */
export function formerSource(
  { code, name, formerPeriod, rank, places }: StandingFact,
  { cohort, asOf }: { cohort: string; asOf: number },
): Source[] {
  if (formerPeriod === null || rank === null || places === null) return []
  const search = new URLSearchParams({
    period: formerPeriod,
    ...(cohort !== 'city-wide' && { cohort }),
    asOf: String(asOf),
  })
  const label = { title: name.zh, key: code, rank: rank + places, period: formerPeriod }
  return [{ kind: 'league', href: `/indicators/${encodeURIComponent(code)}?${search}`, label }]
}

/** The board of pace of the target's period. */
export function paceSource(pace: PaceFact): Source {
  const { code, name, period, actual, target, unit, through, vintage } = pace
  const search = new URLSearchParams({ period, on: through })
  return {
    kind: 'pace',
    href: `/indicators/pace?${search}`,
    label: {
      title: name.zh,
      key: code,
      value: actual,
      numerator: actual,
      denominator: target,
      unit,
      period,
      asOf: through,
      vintage,
    },
  }
}

type NamedItem = Pick<ItemFact, 'id' | 'number' | 'title' | 'dueOn'>

export function itemSource({ id, number, title, dueOn }: NamedItem, asOf: string): Source {
  return {
    kind: 'item',
    href: `/ledger/items/${id}`,
    label: { title, key: number, asOf, ...(dueOn !== null && { value: dueOn }) },
  }
}

/** The list of exactly these items, for a count of them. */
export function itemsSource(items: readonly ItemFact[], { of, asOf }: { of: number; asOf: string }): Source {
  const search = new URLSearchParams(items.slice(0, 20).map(({ id }): [string, string] => ['id', id]))
  return {
    kind: 'item',
    href: `/ledger?${search}`,
    label: { numerator: String(items.length), denominator: String(of), asOf },
  }
}

export function alertSource({ code, period, sentence }: AlertFact): Source {
  return {
    kind: 'value',
    href: '/indicators/alerts?state=all',
    label: { title: sentence.zh, key: code, period },
  }
}

import type { Day } from '../../../kernel/day.ts'
import type { Register, RegisterUnit, Resolution } from '../schema.ts'
import { foldName } from './fold-name.ts'
import { standIns } from './lineage.ts'
import { type NameEntry, nameIndexOf } from './name-index.ts'
import { cityNameOf, nameVariants } from './name-variants.ts'
import { holdsOn } from './validity.ts'

const MOST_CANDIDATES = 8

/**
 * What a name in a text of that day means. It resolves only when exactly one unit that is valid on the day
 * carries it; an old name in a later text stays unresolved and names who took the unit's place. With a null
 * day (the text has no date) units of every time count. Candidates are sorted by name.
 */
export function resolveUnit(register: Register, name: string, day: Day | null): Resolution {
  const index = nameIndexOf(register)
  const folded = foldName(name)
  const rounds = nameVariants(folded, cityNameOf(register))
  for (const [round, variants] of rounds.entries()) {
    const entries = variants.flatMap((variant) => index.get(variant) ?? [])
    if (entries.length > 0) return decide(register, entries, { day, isVariant: round > 0 })
  }
  return { kind: 'unresolved', reason: 'unknown', candidates: lookalikes(register, folded, day) }
}

function decide(
  register: Register,
  entries: readonly NameEntry[],
  { day, isVariant }: { day: Day | null; isVariant: boolean },
): Resolution {
  const valid = entries.filter(({ unit }) => holdsOn(unit.validity, day))
  const [first] = valid
  if (first === undefined) {
    const candidates = entries.flatMap(({ unit }) => standIns(register, unit, day))
    return { kind: 'unresolved', reason: 'not-valid-then', candidates: sorted(candidates) }
  }
  if (valid.some(({ unit }) => unit !== first.unit))
    return { kind: 'unresolved', reason: 'ambiguous', candidates: sorted(valid.map(({ unit }) => unit)) }
  return { kind: 'resolved', unit: first.unit, via: isVariant ? 'variant' : first.via }
}

/** Units of the day with a name that contains the unknown one: 交通委 may be 市交通委, but a person says so. */
function lookalikes(register: Register, folded: string, day: Day | null): readonly RegisterUnit[] {
  if (folded.length < 2) return []
  const found: RegisterUnit[] = []
  for (const [name, entries] of nameIndexOf(register))
    if (name.includes(folded)) found.push(...entries.map(({ unit }) => unit))
  return sorted(found.filter((unit) => holdsOn(unit.validity, day))).slice(0, MOST_CANDIDATES)
}

function sorted(units: readonly RegisterUnit[]): readonly RegisterUnit[] {
  const byName = (a: RegisterUnit, b: RegisterUnit) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
  return [...new Set(units)].sort(byName)
}

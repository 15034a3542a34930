import type { Register } from '../../../units/index.ts'
import type { ReadReport } from '../model.ts'
import { fold } from '../text/fold.ts'
import { type UnitLevel, unitLevel } from './unit-level.ts'

/** A name that is known to be a unit, folded for matching; `name` is what a statement says. */
export interface KnownName {
  readonly printed: string
  readonly name: string
  readonly level: UnitLevel
  /** It stands in the register or spoke at the meeting as it is, not as a shortened alias. */
  readonly isFull: boolean
}

/** Known names by their first character, longest first. */
export type KnownNames = ReadonlyMap<string, readonly KnownName[]>

/** Gathers the names a report can be read with: those of the register and those of the units that spoke. */
export function gatherKnownNames(report: ReadReport, register: Register | undefined): KnownNames {
  const names = new Map<string, KnownName>()
  const add = (printed: string | null, level: UnitLevel | null, isFull: boolean) => {
    const folded = printed ? fold(printed) : ''
    if (folded.length < 2 || names.get(folded)?.isFull) return
    names.set(folded, {
      printed: folded,
      name: folded,
      level: level ?? unitLevel(folded) ?? 'department',
      isFull,
    })
  }
  for (const article of report.articles)
    for (const name of article.meeting?.speakingUnits ?? []) add(name, unitLevel(fold(name)), true)
  for (const unit of register?.units ?? []) {
    const level = LEVEL_OF_KIND[unit.kind] ?? 'department'
    add(unit.name, level, true)
    add(unit.fullName, level, true)
    for (const alias of unit.aliases) add(alias, level, unitLevel(fold(alias)) !== null)
  }
  const byFirst = new Map<string, KnownName[]>()
  for (const known of names.values()) {
    const group = byFirst.get(known.printed[0]!)
    if (group) group.push(known)
    else byFirst.set(known.printed[0]!, [known])
  }
  for (const group of byFirst.values()) group.sort((a, b) => b.printed.length - a.printed.length)
  return byFirst
}

const LEVEL_OF_KIND: Record<string, UnitLevel> = {
  city: 'city',
  province: 'region',
  district: 'district',
  county: 'district',
  subdistrict: 'town',
  town: 'town',
  department: 'department',
  enterprise: 'enterprise',
  body: 'department',
}

/** The known name that stands at an offset, the longest one. */
export function matchKnownName(folded: string, at: number, names: KnownNames): KnownName | null {
  for (const known of names.get(folded[at] ?? '') ?? [])
    if (folded.startsWith(known.printed, at)) return known
  return null
}

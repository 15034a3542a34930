import type { Day } from '../../../kernel/day.ts'
import type { DefinitionVersion } from '../schema.ts'

/** An indicator with the definitions that were ever in force. */
export interface Defined {
  readonly number: number
  readonly id: string
  readonly code: string
  readonly retiredOn: Day | null
  /** By the day from which each is in force, one for a day. Never empty. */
  readonly versions: readonly DefinitionVersion[]
}

/** All of a tenant, as kept in memory until one changes. */
export interface Definitions {
  readonly byCode: ReadonlyMap<string, Defined>
  readonly byNumber: ReadonlyMap<number, Defined>
}

/** The definition in force on a day; before the first one, the first. */
export function definitionOn({ versions }: Defined, day: Day): DefinitionVersion {
  if (versions.length === 1) return versions[0]!
  return versions.findLast(({ validFrom }) => validFrom <= day) ?? versions[0]!
}

/** The days from which values are not comparable with earlier ones. */
export function breaksOf({ versions }: Defined): readonly Day[] {
  return versions.slice(1).flatMap(({ breaksSeries, validFrom }) => (breaksSeries ? [validFrom] : []))
}

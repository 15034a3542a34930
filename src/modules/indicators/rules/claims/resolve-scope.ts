import { foldName } from './fold-name.ts'
import words from './scope-words.json' with { type: 'json' }

export interface CohortNames {
  readonly key: string
  readonly name: string
  readonly aliases: readonly string[]
}

export type ExternalScope = keyof typeof words

/** Among whom a place is claimed. */
export type ResolvedScope =
  | { readonly kind: 'cohort'; readonly cohort: string }
  /** Outside the city: only a printed place with its source can tell. */
  | { readonly kind: 'external'; readonly scope: ExternalScope }
  | { readonly kind: 'unknown'; readonly reason: 'scope-missing' | 'scope-unknown' }

/**
 * The cohort or the wider scope that a printed word means: the register's own names first, then the words for wider
 * circles. A longer text means the cohort that it ends with (全市各郊区), never one that it only begins with (全省高新区).
 */
export function resolveScope(scope: string | null, cohorts: readonly CohortNames[]): ResolvedScope {
  const text = scope === null ? '' : foldName(scope)
  if (text === '') return { kind: 'unknown', reason: 'scope-missing' }
  const named = cohorts.flatMap(({ key, name, aliases }) =>
    [name, ...aliases].map((each) => ({ key, text: foldName(each) })),
  )
  const exact = named.find((each) => each.text === text)
  if (exact) return { kind: 'cohort', cohort: exact.key }
  const external = (Object.keys(words) as ExternalScope[]).find((key) => words[key].includes(text))
  if (external) return { kind: 'external', scope: external }
  const begin = named
    .filter((each) => text.endsWith(each.text))
    .sort((a, b) => b.text.length - a.text.length)
    .find((each) => named.some((whole) => whole.text === text.slice(0, -each.text.length)))
  return begin ? { kind: 'cohort', cohort: begin.key } : { kind: 'unknown', reason: 'scope-unknown' }
}

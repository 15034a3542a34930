import type { Chart, Words } from '../model.ts'
import words from './words.json' with { type: 'json' }

/** One thing that a template may ask for, by its key or by the name that an office reads. */
export interface Field {
  readonly key: string
  readonly name: string
  /** `words` is text whose figures keep their sources; a `list` is repeated between `{{#…}}` and `{{/…}}`. */
  readonly kind: 'words' | 'picture' | 'list'
  /** A template without it says nothing: it is refused. */
  readonly isRequired?: boolean
  readonly fields?: readonly Field[]
}

export type FieldValue = Words | number | Chart | readonly FieldValues[] | null | undefined
export type FieldValues = { readonly [key: string]: FieldValue }

/** Each line of a list knows its number. */
const NUMBER: Field = { ...words.number, kind: 'words' }

/** What the figures so far rest on, in the order in which they appeared; every template may list it at its end. */
export const SOURCES = words.sources as Field

/** What is offered at one place: the fields of a list, within those around it. */
export interface Scope<T = unknown> {
  readonly fields: readonly Field[]
  readonly values: T
}

/** The field that a template means, and where it belongs; looked for from the innermost list outwards. */
export function findField<S extends Scope>(
  scopes: readonly S[],
  name: string,
): { field: Field; scope: S } | undefined {
  for (const scope of scopes.toReversed()) {
    const field = scope.fields.find((each) => each.key === name || each.name === name)
    if (field) return { field, scope }
  }
  return undefined
}

/** What stands open inside a list. */
export const insideOf = ({ fields = [] }: Field) => [...fields, NUMBER]

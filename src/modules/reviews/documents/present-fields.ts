import { type Field, type FieldValues, insideOf, SOURCES } from '../../../platform/official-document/index.ts'
import { documentValues } from './document-values.ts'
import { exampleMaterial } from './example-material.ts'
import { type DocumentKind, fieldsOf } from './kinds.ts'
import type { PresentedField } from './template-schema.ts'

/** All that a template of the kind may ask for, each with what the example says there: no page explains it shorter. */
export function presentFields(kind: DocumentKind): PresentedField[] {
  const values = documentValues(kind, exampleMaterial())
  return [...fieldsOf(kind), SOURCES].map((field) => present(field, values))
}

function present(field: Field, values: FieldValues): PresentedField {
  const { key, name, kind, isRequired = false } = field
  const value = values[key]
  const [first = {}] = kind === 'list' && Array.isArray(value) ? (value as FieldValues[]) : []
  return {
    key,
    name,
    kind,
    isRequired,
    example: kind === 'words' ? wordsOf(value) : null,
    fields: kind === 'list' ? insideOf(field).map((each) => present(each, first)) : [],
  }
}

function wordsOf(value: FieldValues[string]): string | null {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return value
  if (!Array.isArray(value)) return null
  return (value as { text: string }[]).map(({ text }) => text).join('')
}

import { z } from 'zod'
import type { Field } from '../../../platform/official-document/index.ts'
import data from './fields.json' with { type: 'json' }

export const DOCUMENT_KINDS = [
  'briefing-book',
  'unit-sheet',
  'notice',
  'supervision-letter',
  'commitments-memo',
] as const

/** The five documents of a review (汇报册、点评要点、通报、督办函、承诺事项备忘). */
export const DocumentKind = z.enum(DOCUMENT_KINDS)
export type DocumentKind = z.infer<typeof DocumentKind>

/** Of these one is made for each unit. */
export const ofOneUnit = (kind: DocumentKind) => kind === 'unit-sheet' || kind === 'supervision-letter'

const byKey: Readonly<Record<string, { name: string; kind: string; fields?: string[] }>> = data.fields

/** What a template of this kind may ask for. */
export const fieldsOf = (kind: DocumentKind): Field[] =>
  [...data.everywhere, ...data.kinds[kind]].map(fieldOf)

/** A `!` behind the key: a template without it says nothing. */
function fieldOf(mark: string): Field {
  const key = mark.replace('!', '')
  const { name, kind, fields } = byKey[key]!
  return {
    key,
    name,
    kind: kind as Field['kind'],
    isRequired: mark.endsWith('!'),
    ...(fields && { fields: fields.map(fieldOf) }),
  }
}

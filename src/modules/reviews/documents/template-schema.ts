import { z } from 'zod'
import { DocumentKind } from './kinds.ts'

/** A field as it is presented: as deep as lists stand in each other. */
export interface PresentedField {
  readonly key: string
  readonly name: string
  readonly kind: 'words' | 'picture' | 'list'
  readonly isRequired: boolean
  /** What the example puts in its place; null for pictures, lists and what only a finished document knows. */
  readonly example: string | null
  readonly fields: PresentedField[]
}

const field = {
  key: z.string(),
  name: z.string(),
  kind: z.enum(['words', 'picture', 'list']),
  isRequired: z.boolean(),
  example: z.string().nullable(),
}
// Three deep, as the fields are (units, their lines, a line's text): the API document has no name for a shape inside itself.
const InnermostField = z.object(field)
const InnerField = z.object({ ...field, fields: z.array(InnermostField) })

/** A placeholder that a template of the kind may use: by its Chinese name or by its key. */
const TemplateField = z.object({ ...field, fields: z.array(InnerField) })

/** The template of one kind of document, as it stands. */
export const DocumentTemplate = z.object({
  kind: DocumentKind,
  /** 0: never changed. */
  version: z.int32(),
  /** Whether the one that ships is used. */
  isShipped: z.boolean(),
  fileName: z.string(),
  changedAt: z.iso.datetime().nullable(),
  changedBy: z.string().nullable(),
  fields: z.array(TemplateField),
})
export type DocumentTemplate = z.infer<typeof DocumentTemplate>

export const DocumentTemplates = z.object({ templates: z.array(DocumentTemplate) })
export type DocumentTemplates = z.infer<typeof DocumentTemplates>

/** Which template of a kind: a version of the past, 0 for the one that ships; left out: the one that is used. */
export const AskTemplate = z.object({ version: z.coerce.number().int().min(0).max(100_000).optional() })

/** What was put in and taken back, newest first; without a file name it went back to the one that ships. */
export const TemplateVersions = z.object({
  versions: z.array(
    z.object({
      version: z.int32(),
      fileName: z.string().nullable(),
      changedAt: z.iso.datetime(),
      changedBy: z.string(),
    }),
  ),
})
export type TemplateVersions = z.infer<typeof TemplateVersions>

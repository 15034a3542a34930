import { z } from 'zod'
import { DocumentKind } from './kinds.ts'

/** A field as it is presented: as deep as lists stand in each other. */
export interface PresentedField {
  readonly key: string
  readonly name: string
  readonly kind: 'words' | 'picture' | 'list'
  readonly isRequired: boolean
  readonly fields: PresentedField[]
}

const field = {
  key: z.string(),
  name: z.string(),
  kind: z.enum(['words', 'picture', 'list']),
  isRequired: z.boolean(),
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
  version: z.int(),
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

import { z } from 'zod'
import { DocumentKind } from './kinds.ts'

interface Shown {
  readonly key: string
  readonly name: string
  readonly kind: 'words' | 'picture' | 'list'
  readonly isRequired: boolean
  readonly fields: readonly Shown[]
}

/** A placeholder that a template of the kind may use: by its Chinese name or by its key. */
const TemplateField: z.ZodType<Shown> = z
  .object({
    key: z.string(),
    name: z.string(),
    kind: z.enum(['words', 'picture', 'list']),
    isRequired: z.boolean(),
    get fields() {
      return z.array(TemplateField)
    },
  })
  .meta({ id: 'TemplateField' })

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

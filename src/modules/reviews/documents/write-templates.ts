import { writeFileSync } from 'node:fs'
import { blueprintDocx } from './blueprint-docx.ts'
import { DOCUMENT_KINDS } from './kinds.ts'
import { shippedTemplate } from './shipped-template.ts'

/** Writes the templates that ship anew from their blueprints. */
export function writeTemplates(): void {
  for (const kind of DOCUMENT_KINDS) writeFileSync(shippedTemplate(kind), blueprintDocx(kind))
}

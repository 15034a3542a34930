/** Writes the shipped Word templates of the reviews' documents from their blueprints; run it after changing one. */
import { writeFileSync } from 'node:fs'
import { blueprintDocx } from '../src/modules/reviews/documents/blueprint-docx.ts'
import { DOCUMENT_KINDS } from '../src/modules/reviews/documents/kinds.ts'
import { shippedTemplate } from '../src/modules/reviews/documents/shipped-template.ts'

for (const kind of DOCUMENT_KINDS) writeFileSync(shippedTemplate(kind), blueprintDocx(kind))

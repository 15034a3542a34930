import type { Context } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { renderDocument } from '../../../platform/official-document/index.ts'
import { documentValues } from './document-values.ts'
import { exampleMaterial } from './example-material.ts'
import { type DocumentKind, fieldsOf } from './kinds.ts'
import { templateBytes } from './templates.ts'

export interface Preview {
  readonly kind: DocumentKind
  readonly format: 'docx' | 'html'
  /** A changed template that nobody has taken yet; left out: the one that is used. */
  readonly template?: Uint8Array
}

/**
 * The document that a template would make, of a fictional city; nothing is kept.
 * @throws what `renderDocument` throws
 */
export async function previewTemplate(
  ctx: Context,
  { kind, format, template }: Preview,
): Promise<Uint8Array> {
  authorize(ctx, 'reviews.template')
  return renderDocument({
    template: template ?? (await templateBytes(ctx, kind)).bytes,
    fields: fieldsOf(kind),
    values: documentValues(kind, exampleMaterial()),
    title: kind,
    format,
    lang: 'zh-CN',
  })
}

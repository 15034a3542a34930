import { z } from 'zod'
import type { Context } from '../../../kernel/context.ts'
import { invalid } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { renderDocument } from '../../../platform/official-document/index.ts'
import { writeAnnex } from './annex.ts'
import { documentValues } from './document-values.ts'
import { type DocumentKind, fieldsOf, ofOneUnit } from './kinds.ts'
import { loadMaterial } from './load-material.ts'
import type { Material } from './material.ts'
import { templateBytes } from './templates.ts'
import words from './words.json' with { type: 'json' }

export const DocumentFormat = z.enum(['docx', 'html', 'xlsx'])
export type DocumentFormat = z.infer<typeof DocumentFormat>

export const AskDocument = z.object({
  format: DocumentFormat.default('docx'),
  /** Of the documents that are made for each unit. */
  unit: z.uuid().optional(),
  /** The number that the office gives it (发文字号); a letter has the ledger's. */
  number: z.string().trim().min(1).max(60).optional(),
})
export type AskDocument = z.infer<typeof AskDocument>

export interface MadeDocument {
  readonly bytes: Uint8Array
  readonly fileName: string
}

/**
 * Makes a document of a review by the office's template, in a thread of its own.
 * @throws `reviews.document-of-unit` without a unit where one is needed, what `loadMaterial` and `renderDocument` throw
 */
export async function makeDocument(
  ctx: Context,
  { reviewId, kind, format, unit, number }: AskDocument & { reviewId: string; kind: DocumentKind },
): Promise<MadeDocument> {
  if (ofOneUnit(kind) && !unit) throw invalid('reviews.document-of-unit', { kind })
  const isMemo = kind === 'commitments-memo'
  authorize(ctx, isMemo ? 'reviews.hold' : 'reviews.read', unit === undefined ? undefined : [unit])
  const material = await loadMaterial(ctx, {
    reviewId,
    unitId: ofOneUnit(kind) ? unit : undefined,
    documentNumber: number ?? null,
    withCharts: format !== 'xlsx' && (kind === 'briefing-book' || kind === 'unit-sheet'),
    withItems: kind === 'supervision-letter',
    withCommitments: isMemo,
  })
  const fileName = nameOf(kind, material)
  if (format === 'xlsx') {
    return {
      bytes: await writeAnnex(material, isMemo ? 'commitments' : 'lines'),
      fileName: `${fileName}.xlsx`,
    }
  }
  const { bytes: template } = await templateBytes(ctx, kind)
  const bytes = await renderDocument({
    template,
    fields: fieldsOf(kind),
    values: documentValues(kind, material),
    title: fileName,
    format,
    lang: 'zh-CN',
  })
  return { bytes, fileName: `${fileName}.${format}` }
}

function nameOf(kind: DocumentKind, { period, units }: Material): string {
  const unit = ofOneUnit(kind) ? (units[0]?.name ?? '') : ''
  return `${period}${unit}${words.files[kind]}`
}

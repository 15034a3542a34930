import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import type { Context } from '../../../kernel/context.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { filesOf, receiveFile, type StoredFile } from '../../../platform/files/index.ts'
import { journal } from '../../../platform/journal/index.ts'
import { type Field, openTemplate, requireSound } from '../../../platform/official-document/index.ts'
import { insertTemplate, listTemplates, type StoredTemplate } from '../store/documents/templates.ts'
import { DOCUMENT_KINDS, type DocumentKind, fieldsOf } from './kinds.ts'
import { shippedTemplate } from './shipped-template.ts'
import type { DocumentTemplate, DocumentTemplates, PresentedField } from './template-schema.ts'
import words from './words.json' with { type: 'json' }

type NamedFile = StoredFile & { readonly fileName: string }

/** The five templates, who changed which, and what each may ask for. */
export async function findTemplates(ctx: Context): Promise<DocumentTemplates> {
  authorize(ctx, 'reviews.template')
  const stored = new Map((await ctx.transaction(listTemplates)).map((each) => [each.kind, each]))
  return { templates: DOCUMENT_KINDS.map((kind) => present(kind, stored.get(kind))) }
}

/** The bytes of the template that documents of a kind are made with now. @throws `platform.file-lost`, `platform.file-altered` */
export async function templateBytes(
  ctx: Context,
  kind: DocumentKind,
): Promise<{ bytes: Uint8Array; fileName: string }> {
  const stored = (await ctx.transaction(listTemplates)).find((each) => each.kind === kind)
  if (!stored?.file) return { bytes: await readFile(shippedTemplate(kind)), fileName: shippedName(kind) }
  const { fileName, ...file } = stored.file
  return { bytes: await buffer(await filesOf(ctx).open(file, { verifyHash: true })), fileName }
}

/** The same as a file to change. @throws what `templateBytes` throws */
export function downloadTemplate(
  ctx: Context,
  kind: DocumentKind,
): Promise<{ bytes: Uint8Array; fileName: string }> {
  authorize(ctx, 'reviews.template')
  return templateBytes(ctx, kind)
}

/**
 * Takes an office's changed template; every document made from then on uses it.
 * @throws `reviews.template-not-docx`, what `receiveFile`, `openTemplate` and `requireSound` throw
 */
export async function changeTemplate(
  ctx: Context,
  kind: DocumentKind,
  upload: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<DocumentTemplate> {
  authorize(ctx, 'reviews.template')
  const { fileName, type, sha256, bytes } = await receiveFile(ctx, upload)
  if (type !== 'docx') throw invalid('reviews.template-not-docx', { fileName, type })
  requireSound(openTemplate(upload.bytes), fieldsOf(kind))
  return write(ctx, kind, { fileName, sha256, bytes })
}

/** Back to the template that ships; what was changed stays on record. */
export function resetTemplate(ctx: Context, kind: DocumentKind): Promise<DocumentTemplate> {
  authorize(ctx, 'reviews.template')
  return write(ctx, kind, null)
}

function write(ctx: Context, kind: DocumentKind, file: NamedFile | null): Promise<DocumentTemplate> {
  return ctx.transaction(async (tx) => {
    const before = (await listTemplates(tx)).find((each) => each.kind === kind)
    if (!before?.file && !file) return present(kind, before)
    const stored: StoredTemplate = {
      kind,
      version: (before?.version ?? 0) + 1,
      file,
      changedAt: ctx.clock.now(),
      changedBy: ctx.actor.name,
    }
    await insertTemplate(tx, ctx.tenantId, stored).catch((error: { code?: string }) => {
      throw error.code === UNIQUE_VIOLATION ? conflict('reviews.template-changed', { kind }) : error
    })
    await journal(tx, ctx, {
      action: file ? 'reviews.template-changed' : 'reviews.template-reset',
      subject: { type: 'template', id: kind },
      detail: { version: stored.version, ...(file && { fileName: file.fileName, sha256: file.sha256 }) },
    })
    return present(kind, stored)
  })
}

const UNIQUE_VIOLATION = '23505'
const shippedName = (kind: DocumentKind) => `${words.files[kind]}.docx`

function present(kind: DocumentKind, stored: StoredTemplate | undefined): DocumentTemplate {
  return {
    kind,
    version: stored?.version ?? 0,
    isShipped: !stored?.file,
    fileName: stored?.file?.fileName ?? shippedName(kind),
    changedAt: stored?.changedAt.toISOString() ?? null,
    changedBy: stored?.changedBy ?? null,
    fields: fieldsOf(kind).map(presentField),
  }
}

const presentField = ({ key, name, kind, isRequired = false, fields = [] }: Field): PresentedField => ({
  key,
  name,
  kind,
  isRequired,
  fields: fields.map(presentField),
})

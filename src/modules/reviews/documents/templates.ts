import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import type { Context } from '../../../kernel/context.ts'
import { conflict, invalid, notFound } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { filesOf, receiveFile, type StoredFile } from '../../../platform/files/index.ts'
import { journal } from '../../../platform/journal/index.ts'
import { openTemplate, requireSound } from '../../../platform/official-document/index.ts'
import {
  insertTemplate,
  listTemplates,
  listTemplateVersions,
  type StoredTemplate,
} from '../store/documents/templates.ts'
import { DOCUMENT_KINDS, type DocumentKind, fieldsOf } from './kinds.ts'
import { presentFields } from './present-fields.ts'
import { shippedTemplate } from './shipped-template.ts'
import type { DocumentTemplate, DocumentTemplates, TemplateVersions } from './template-schema.ts'
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
  return bytesOf(ctx, kind, stored)
}

async function bytesOf(ctx: Context, kind: DocumentKind, stored: StoredTemplate | undefined) {
  if (!stored?.file) return { bytes: await readFile(shippedTemplate(kind)), fileName: shippedName(kind) }
  const { fileName, ...file } = stored.file
  return { bytes: await buffer(await filesOf(ctx).open(file, { verifyHash: true })), fileName }
}

/**
 * A template as a file to change: the one that is used, one of the past, or (version 0) the one that ships.
 * @throws `reviews.no-such-template`, what `templateBytes` throws
 */
export async function downloadTemplate(
  ctx: Context,
  kind: DocumentKind,
  version?: number,
): Promise<{ bytes: Uint8Array; fileName: string }> {
  authorize(ctx, 'reviews.template')
  if (version === undefined) return templateBytes(ctx, kind)
  if (version === 0) return bytesOf(ctx, kind, undefined)
  const versions = await ctx.transaction((tx) => listTemplateVersions(tx, kind))
  const stored = versions.find((each) => each.version === version)
  if (!stored?.file) throw notFound('reviews.no-such-template', { kind, version })
  return bytesOf(ctx, kind, stored)
}

/** Who put in or took back what, newest first. */
export async function findTemplateVersions(ctx: Context, kind: DocumentKind): Promise<TemplateVersions> {
  authorize(ctx, 'reviews.template')
  const versions = await ctx.transaction((tx) => listTemplateVersions(tx, kind))
  return {
    versions: versions.map(({ version, file, changedAt, changedBy }) => ({
      version,
      fileName: file?.fileName ?? null,
      changedAt: changedAt.toISOString(),
      changedBy,
    })),
  }
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
    fields: presentFields(kind),
  }
}

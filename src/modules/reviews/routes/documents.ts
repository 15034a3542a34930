import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { fileDisposition, readUpload, uploadBody } from '../../../platform/http/index.ts'
import type { HttpApp } from '../../../platform/module.ts'
import { pagePolicy } from '../../../platform/official-document/index.ts'
import { DocumentKind } from '../documents/kinds.ts'
import { AskDocument, makeDocument } from '../documents/make-document.ts'
import { previewTemplate } from '../documents/preview-template.ts'
import {
  AskTemplate,
  DocumentTemplate,
  DocumentTemplates,
  TemplateVersions,
} from '../documents/template-schema.ts'
import {
  changeTemplate,
  downloadTemplate,
  findTemplates,
  findTemplateVersions,
  resetTemplate,
} from '../documents/templates.ts'

const tags = ['reviews']
const ofKind = z.object({ kind: DocumentKind })
const config = { permission: 'reviews.template' }
const AskPreview = z.object({ format: z.enum(['docx', 'html']).default('html') })

const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

const file = (description: string) => ({
  200: {
    description,
    content: { 'application/octet-stream': { schema: z.any().meta({ type: 'string', format: 'binary' }) } },
  },
})

/** The documents of a review, and the Word templates that they are made by. */
export function documentRoutes(app: HttpApp): void {
  app.get(
    '/api/reviews/cycles/:id/documents/:kind',
    {
      config: { permission: 'reviews.read' },
      schema: {
        operationId: 'makeReviewDocument',
        summary: 'A document of the review as Word file, printable page or sheet of its lines and sources',
        tags,
        params: ofKind.extend({ id: z.uuid() }),
        querystring: AskDocument,
        response: file('The document'),
      },
    },
    async ({ context, params: { id, kind }, query }, reply) => {
      const { bytes, fileName } = await makeDocument(context, { ...query, reviewId: id, kind })
      return send(reply, { bytes, fileName, format: query.format })
    },
  )
  app.get(
    '/api/reviews/templates',
    {
      config,
      schema: {
        operationId: 'listReviewTemplates',
        summary: 'The templates of documents, who changed them, and what each may ask for',
        tags,
        response: { 200: DocumentTemplates },
      },
    },
    ({ context }) => findTemplates(context),
  )
  app.get(
    '/api/reviews/templates/:kind',
    {
      config,
      schema: {
        operationId: 'downloadReviewTemplate',
        summary: 'The template that is used, or one of the past, to change it in Word',
        tags,
        params: ofKind,
        querystring: AskTemplate,
        response: file('The template'),
      },
    },
    async ({ context, params: { kind }, query: { version } }, reply) =>
      send(reply, { ...(await downloadTemplate(context, kind, version)), format: 'docx' }),
  )
  app.get(
    '/api/reviews/templates/:kind/versions',
    {
      config,
      schema: {
        operationId: 'listReviewTemplateVersions',
        summary: 'Who put in or took back which template, newest first',
        tags,
        params: ofKind,
        response: { 200: TemplateVersions },
      },
    },
    ({ context, params: { kind } }) => findTemplateVersions(context, kind),
  )
  app.put(
    '/api/reviews/templates/:kind',
    {
      config,
      schema: {
        operationId: 'changeReviewTemplate',
        summary:
          'Take a changed template; refused with the placeholder that cannot be filled, and where it stands',
        tags,
        params: ofKind,
        body: { content: { 'multipart/form-data': { schema: uploadBody([]) } } },
        response: { 200: DocumentTemplate },
      },
    },
    async (request) => {
      const { bytes, fileName } = await readUpload(request)
      return changeTemplate(request.context, request.params.kind, { bytes, fileName })
    },
  )
  app.delete(
    '/api/reviews/templates/:kind',
    {
      config,
      schema: {
        operationId: 'resetReviewTemplate',
        summary: 'Back to the template that ships',
        tags,
        params: ofKind,
        response: { 200: DocumentTemplate },
      },
    },
    ({ context, params: { kind } }) => resetTemplate(context, kind),
  )
  app.get(
    '/api/reviews/templates/:kind/preview',
    {
      config,
      schema: {
        operationId: 'previewReviewTemplate',
        summary: 'What the template makes of an example',
        tags,
        params: ofKind,
        querystring: AskPreview,
        response: file('The example'),
      },
    },
    async ({ context, params: { kind }, query: { format } }, reply) => {
      const bytes = await previewTemplate(context, { kind, format })
      return send(reply, { bytes, fileName: `${kind}.${format}`, format })
    },
  )
  app.post(
    '/api/reviews/templates/:kind/preview',
    {
      config,
      schema: {
        operationId: 'previewChangedReviewTemplate',
        summary: 'What a changed template would make of an example; nothing is kept',
        tags,
        params: ofKind,
        querystring: AskPreview,
        body: { content: { 'multipart/form-data': { schema: uploadBody([]) } } },
        response: file('The example'),
      },
    },
    async (request, reply) => {
      const { kind } = request.params
      const { format } = request.query
      const { bytes: template } = await readUpload(request)
      const bytes = await previewTemplate(request.context, { kind, format, template })
      return send(reply, { bytes, fileName: `${kind}.${format}`, format })
    },
  )
}

interface Sent {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly format: keyof typeof MEDIA_TYPES
}

/** A page is shown, files are saved; a page holds pictures and styles inside itself and nothing that runs. */
function send(reply: FastifyReply, { bytes, fileName, format }: Sent) {
  const isPage = format === 'html'
  return reply
    .headers({
      'content-type': MEDIA_TYPES[format],
      'content-disposition': fileDisposition(fileName, isPage ? 'inline' : 'attachment'),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      ...(isPage && {
        'content-security-policy': pagePolicy(bytes),
      }),
    })
    .send(Buffer.from(bytes))
}

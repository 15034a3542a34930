import type { FastifyRequest } from 'fastify'
import { invalid } from '../../../kernel/errors.ts'
import { readUpload, uploadBody } from '../../../platform/http/index.ts'
import type { HttpApp } from '../../../platform/module.ts'
import type { DraftSource } from '../../reports/index.ts'
import { checkDraft } from './check-draft.ts'
import { CheckText, FigureCheck } from './schema.ts'

/** 2 million characters of three bytes each, and JSON's own. */
const MAX_PASTE_BYTES = 8 * 1024 * 1024

/** The figure check of a text or file. Nothing is stored. */
export function figureCheckRoutes(app: HttpApp): void {
  app.post(
    '/api/figure-check',
    {
      config: { permission: 'reviews.check' },
      bodyLimit: MAX_PASTE_BYTES,
      schema: {
        operationId: 'checkFigures',
        summary: 'Check the figures of a text or file; nothing is stored',
        tags: ['reviews'],
        body: {
          content: {
            'multipart/form-data': { schema: uploadBody(['date']) },
            'application/json': { schema: CheckText },
          },
        },
        response: { 200: FigureCheck },
      },
    },
    async (request) => checkDraft(request.context, await handedIn(request)),
  )
}

async function handedIn(request: FastifyRequest): Promise<DraftSource> {
  if (!request.isMultipart()) {
    const { text, date } = CheckText.parse(request.body)
    return { source: text, fileName: null, reportDate: date }
  }
  const { bytes, fileName, fields } = await readUpload(request)
  const date = fields.date || undefined
  if (date && !CheckText.shape.date.safeParse(date).success) {
    throw invalid('reviews.malformed-check-date', { value: date })
  }
  return { source: bytes, fileName, reportDate: date }
}

import type { FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { CodedError, type ErrorDetails, type ErrorKind } from '../../kernel/errors.ts'
import type { Catalogues } from '../i18n/index.ts'
import { fieldProblems } from './field-problems.ts'
import { type Outage, outageOf } from './outage-of.ts'
import { STATUS_OF_KIND } from './problem.ts'

export interface Failure {
  kind: ErrorKind | 'unexpected' | 'unavailable'
  status: number
  code: string
  details: ErrorDetails
}

/** What to answer to anything that was thrown: coded errors as they are, Fastify's own by name, the rest as 500. */
export function failureOf(error: unknown, request: FastifyRequest, catalogues: Catalogues): Failure {
  if (error instanceof CodedError) {
    return { kind: error.kind, status: STATUS_OF_KIND[error.kind], code: error.code, details: error.details }
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = fieldProblems(error, catalogues[request.locale])
    return invalid(400, 'kernel.invalid-request', { count: fields.length, fields })
  }
  if (isRefusedByRows(error))
    return { kind: 'forbidden', status: 403, code: 'kernel.row-forbidden', details: {} }
  const outage = outageOf(error)
  if (outage) return unavailable[outage]
  const { code = '', statusCode = 500 } = error as { code?: string; statusCode?: number }
  const limit = megabytes(request.routeOptions.bodyLimit)
  switch (code) {
    case 'FST_REQ_FILE_TOO_LARGE':
      return invalid(413, 'kernel.file-too-large', { limit: megabytes(MAX_FILE_BYTES) })
    case 'FST_FILES_LIMIT':
    case 'FST_PARTS_LIMIT':
    case 'FST_FIELDS_LIMIT':
      return invalid(413, 'kernel.one-file-only', {})
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return invalid(413, 'kernel.body-too-large', { limit })
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return invalid(415, 'kernel.unsupported-content', {
        contentType: request.headers['content-type'] ?? '',
      })
  }
  if (statusCode === 429) {
    return invalid(429, 'kernel.too-many-requests', {
      seconds: (error as { seconds?: number }).seconds ?? 60,
    })
  }
  if (statusCode >= 400 && statusCode < 500) return invalid(400, 'kernel.malformed-body', {})
  return { kind: 'unexpected', status: 500, code: 'kernel.unexpected', details: { id: request.id } }
}

/** A role of the city's own may hold one permission without another that row-level security asks for the same rows. */
function isRefusedByRows(error: unknown): boolean {
  const { code, message = '' } = error as { code?: unknown; message?: string }
  return code === '42501' && message.includes('row-level security')
}

/** How soon a database that is restarted or has moved is usually back. */
const AWAY_SECONDS = 5

const unavailable: Readonly<Record<Outage, Failure>> = {
  'database-away': {
    kind: 'unavailable',
    status: 503,
    code: 'kernel.database-away',
    details: { seconds: AWAY_SECONDS },
  },
  'disk-full': { kind: 'unavailable', status: 507, code: 'kernel.disk-full', details: {} },
}

/** A report's file as received; more than this is refused before it is read. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024

const megabytes = (bytes: number) => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`

const invalid = (status: number, code: string, details: ErrorDetails): Failure => ({
  kind: 'invalid',
  status,
  code,
  details,
})

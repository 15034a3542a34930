import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { invalid } from '../../kernel/errors.ts'
import { MAX_FILE_BYTES } from './failure-of.ts'
import { isStorable } from './storable-text.ts'

export interface Upload {
  bytes: Buffer
  fileName: string
  /** The other fields of the form, as text. */
  fields: Readonly<Record<string, string>>
}

/** One file of at most 20 MB and a few short fields. */
export async function uploads(app: FastifyInstance): Promise<void> {
  await app.register(multipart, {
    limits: { files: 1, fileSize: MAX_FILE_BYTES, fields: 20, fieldSize: 64 * 1024, parts: 21 },
    throwFileSizeLimit: true,
  })
}

/**
 * Reads the form of a multipart request. A route declares it as one of its bodies:
 * `body: { content: { 'multipart/form-data': { schema: uploadBody(['reportDate']) } } }`.
 * @throws `kernel.file-missing`, `kernel.file-too-large`, `kernel.one-file-only`, `kernel.malformed-body`, `kernel.malformed-text`
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  let file: { bytes: Buffer; fileName: string } | undefined
  const fields: Record<string, string> = {}
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value)
      else file = { bytes: await part.toBuffer(), fileName: part.filename ?? '' }
    }
  } catch (error) {
    // What the reader of forms finds broken it throws without a code; its limits have one.
    if ((error as { code?: string }).code === undefined) throw invalid('kernel.malformed-body')
    throw error
  }
  if (!file) throw invalid('kernel.file-missing')
  if (!isStorable([fields, file.fileName])) throw invalid('kernel.malformed-text')
  return { ...file, fields }
}

/** The form in the OpenAPI document; what it carries is checked by `readUpload` and the route. */
export function uploadBody(fieldNames: readonly string[]): z.ZodType {
  const fields = fieldNames.map((name) => [name, { type: 'string' }])
  const properties = { file: { type: 'string', format: 'binary' }, ...Object.fromEntries(fields) }
  return z.any().meta({ type: 'object', properties, required: ['file'] })
}

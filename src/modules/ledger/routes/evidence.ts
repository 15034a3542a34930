import { z } from 'zod'
import { invalid } from '../../../kernel/errors.ts'
import { fileDisposition, readUpload, uploadBody } from '../../../platform/http/index.ts'
import type { HttpApp } from '../../../platform/module.ts'
import { addFile, addLink } from '../commands/evidence/add-evidence.ts'
import { openEvidence } from '../queries/open-evidence.ts'
import { AddLink, Evidence } from '../schema.ts'

const tags = ['ledger']
const params = z.object({ id: z.uuid() })
/** As long as the note of a link. */
const MOST_NOTE = 500

/** Files and links that go with an item's reports. */
export function evidenceRoutes(app: HttpApp): void {
  app.post(
    '/api/items/:id/evidence',
    {
      config: { permission: 'ledger.work' },
      schema: {
        operationId: 'addEvidence',
        summary: 'Hand in a file as evidence',
        tags,
        params,
        body: { content: { 'multipart/form-data': { schema: uploadBody(['note']) } } },
        response: { 201: Evidence },
      },
    },
    async (request, reply) => {
      const { bytes, fileName, fields } = await readUpload(request)
      const note = (fields.note ?? '').trim()
      if (note.length > MOST_NOTE) throw invalid('ledger.note-too-long', { most: MOST_NOTE })
      const { id } = request.params as z.infer<typeof params>
      return reply.code(201).send(await addFile(request.context, id, { bytes, fileName, note }))
    },
  )

  app.post(
    '/api/items/:id/links',
    {
      config: { permission: 'ledger.work' },
      schema: {
        operationId: 'addLink',
        summary: 'Add a link as evidence',
        tags,
        params,
        body: AddLink,
        response: { 201: Evidence },
      },
    },
    async ({ context, params, body }, reply) => reply.code(201).send(await addLink(context, params.id, body)),
  )

  app.get(
    '/api/items/:id/evidence/:evidenceId',
    {
      config: { permission: 'ledger.read' },
      schema: {
        operationId: 'getEvidence',
        summary: 'A file handed in as evidence, to be saved, never to be shown in place',
        tags,
        params: params.extend({ evidenceId: z.uuid() }),
        response: {
          200: {
            description: 'The file as it was handed in',
            content: {
              'application/octet-stream': { schema: z.any().meta({ type: 'string', format: 'binary' }) },
            },
          },
        },
      },
    },
    async ({ context, params: { id, evidenceId } }, reply) => {
      const { fileName, mediaType, bytes, sha256, content } = await openEvidence(context, {
        itemId: id,
        id: evidenceId,
      })
      return reply
        .headers({
          'content-type': mediaType,
          'content-length': bytes,
          'content-disposition': fileDisposition(fileName),
          'x-content-type-options': 'nosniff',
          etag: `"${sha256}"`,
        })
        .send(content)
    },
  )
}

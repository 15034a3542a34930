import { z } from 'zod'
import { conflict, forbidden, invalid, notFound, unauthenticated } from '../../kernel/errors.ts'
import type { HttpApp, Module } from '../module.ts'
import { readUpload, uploadBody } from './upload.ts'

const KINDS = { invalid, unauthenticated, forbidden, 'not-found': notFound, conflict }
const Kind = z.enum(['invalid', 'unauthenticated', 'forbidden', 'not-found', 'conflict', 'surprise'])

/** A room that fails in every way a room can, for the tests of the house. */
export const probeModule: Module = {
  name: 'probe',
  layer: 'foundation',
  dependsOn: [],
  permissions: { 'probe.look': { officer: 'any', liaison: 'own' } },
  routes: probeRoutes,
}

const schemaOf = (operationId: string) => ({ operationId, summary: `Probe ${operationId}`, tags: ['probe'] })
const Ok = z.object({ ok: z.boolean() })

function probeRoutes(app: HttpApp): void {
  const look = { permission: 'probe.look' }
  app.post(
    '/api/probe/fail/:kind',
    {
      config: look,
      schema: { ...schemaOf('failProbe'), params: z.object({ kind: Kind }), response: { 200: Ok } },
    },
    ({ params: { kind } }) => {
      if (kind === 'surprise')
        throw Object.assign(new Error('the password is swordfish'), { detail: 'Key (username)=(wang)' })
      throw KINDS[kind]('kernel.forbidden', { permission: 'probe.look' })
    },
  )
  app.post(
    '/api/probe/fields',
    {
      config: look,
      schema: {
        ...schemaOf('postFields'),
        body: z.object({
          title: z.string().min(2),
          count: z.int(),
          day: z.iso.date(),
          deep: z.object({ list: z.array(z.uuid()) }),
        }),
        response: { 200: Ok },
      },
    },
    () => ({ ok: true }),
  )
  app.post(
    '/api/probe/file',
    {
      config: look,
      schema: {
        ...schemaOf('postFile'),
        body: { content: { 'multipart/form-data': { schema: uploadBody(['note']) } } },
        response: { 200: z.object({ name: z.string(), size: z.int(), note: z.string() }) },
      },
    },
    async (request) => {
      const { bytes, fileName, fields } = await readUpload(request)
      return { name: fileName, size: bytes.length, note: fields.note ?? '' }
    },
  )
  app.get(
    '/api/probe/look',
    { config: look, schema: { ...schemaOf('look'), response: { 200: Ok } } },
    () => ({
      ok: true,
    }),
  )
  app.get(
    '/api/probe/undeclared',
    { config: look, schema: { ...schemaOf('undeclared'), response: { 200: Ok } } },
    (_request, reply) => {
      reply.code(202 as 200)
      return { ok: true }
    },
  )
  app.get(
    '/api/probe/untrue',
    { config: look, schema: { ...schemaOf('untrue'), response: { 200: Ok } } },
    () => ({ ok: 'yes' }) as unknown as { ok: boolean },
  )
}

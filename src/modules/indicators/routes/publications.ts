import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { freezeTable } from '../commands/freeze/freeze-table.ts'
import { getPublication, publications } from '../queries/publications.ts'
import { AskPublications, FreezeTable, Publication, Publications } from '../schema.ts'

const tags = ['indicators']
const config = { permission: 'indicators.read' }

/** League tables as they were printed. */
export function publicationRoutes(app: HttpApp): void {
  app.get(
    '/api/publications',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'listPublications',
        summary: 'Frozen league tables, newest first',
        tags,
        querystring: AskPublications,
        response: { 200: Publications },
      },
    },
    ({ context, query }) => publications(context, query),
  )

  app.post(
    '/api/publications',
    {
      config: { permission: 'indicators.freeze' },
      schema: {
        operationId: 'freezeTable',
        summary: 'Freeze a league table as the next numbered publication',
        tags,
        body: FreezeTable,
        response: { 201: Publication },
      },
    },
    async ({ context, body }, reply) => reply.code(201).send(await freezeTable(context, body)),
  )

  app.get(
    '/api/publications/:number',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'getPublication',
        summary: 'A frozen table as it was frozen, and whether it could be computed again just so',
        tags,
        params: z.object({ number: z.coerce.number().int().min(1).max(2_000_000_000) }),
        response: { 200: Publication },
      },
    },
    ({ context, params }) => getPublication(context, params.number),
  )
}

import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { deleteView } from '../commands/views/delete-view.ts'
import { saveView } from '../commands/views/save-view.ts'
import { listSavedViews } from '../queries/list-saved-views.ts'
import { SavedView, SavedViews, SaveView } from '../schema.ts'

const tags = ['ledger']
const config = { permission: 'ledger.read' }

/** Filters that people keep. */
export function savedViewRoutes(app: HttpApp): void {
  app.get(
    '/api/views',
    {
      config,
      schema: {
        operationId: 'listViews',
        summary: "One's own saved filters and those that others share",
        tags,
        response: { 200: SavedViews },
      },
    },
    ({ context }) => listSavedViews(context),
  )

  app.post(
    '/api/views',
    {
      config,
      schema: {
        operationId: 'saveView',
        summary: 'Keep a filter under a name',
        tags,
        body: SaveView,
        response: { 201: SavedView },
      },
    },
    async ({ context, body }, reply) => reply.code(201).send(await saveView(context, body)),
  )

  app.delete(
    '/api/views/:id',
    {
      config,
      schema: {
        operationId: 'deleteView',
        summary: 'Remove a saved filter',
        tags,
        params: z.object({ id: z.uuid() }),
        response: { 204: z.undefined() },
      },
    },
    async ({ context, params }, reply) => {
      await deleteView(context, params.id)
      return reply.code(204).send()
    },
  )
}

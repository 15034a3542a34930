import { z } from 'zod'
import type { HttpApp } from '../../platform/module.ts'
import { correctItem } from './commands/correct-item.ts'
import { createItem } from './commands/create-item.ts'
import { getItem } from './queries/get-item.ts'
import { listItems } from './queries/list-items.ts'
import { bulkRoutes } from './routes/bulk.ts'
import { calendarRoutes } from './routes/calendar.ts'
import { dutyRoutes } from './routes/duties.ts'
import { evidenceRoutes } from './routes/evidence.ts'
import { extensionRoutes } from './routes/extensions.ts'
import { itemViewRoutes } from './routes/item-views.ts'
import { savedViewRoutes } from './routes/saved-views.ts'
import { settingsRoutes } from './routes/settings.ts'
import { sheetExportRoutes } from './routes/sheet-export.ts'
import { sheetRoutes } from './routes/sheets.ts'
import { stepRoutes } from './routes/steps.ts'
import { viewRoutes } from './routes/views.ts'
import { CorrectItem, CreateItem, Item, ItemDetail, ItemPage, ListItems } from './schema.ts'

const tags = ['ledger']
const params = z.object({ id: z.uuid() })

/** The HTTP routes of this module. */
export function ledgerRoutes(app: HttpApp): void {
  app.get(
    '/api/items',
    {
      config: { permission: 'ledger.read', reads: 'replica' },
      schema: {
        operationId: 'listItems',
        summary: 'Items of the ledger, filtered, sorted, searched',
        tags,
        querystring: ListItems,
        response: { 200: ItemPage },
      },
    },
    ({ context, query }) => listItems(context, query),
  )

  app.post(
    '/api/items',
    {
      config: { permission: 'ledger.create' },
      schema: {
        operationId: 'createItem',
        summary: 'Enter an item by hand',
        tags,
        body: CreateItem,
        response: { 201: Item },
      },
    },
    async ({ context, body }, reply) => reply.code(201).send(await createItem(context, body)),
  )

  app.get(
    '/api/items/:id',
    {
      config: { permission: 'ledger.read' },
      schema: {
        operationId: 'getItem',
        summary: 'One item with its life so far and what may be done with it now',
        tags,
        params,
        response: { 200: ItemDetail },
      },
    },
    ({ context, params }) => getItem(context, params.id),
  )

  app.patch(
    '/api/items/:id',
    {
      config: { permission: 'ledger.correct' },
      schema: {
        operationId: 'correctItem',
        summary: 'Correct an item; another deadline needs a reason',
        tags,
        params,
        body: CorrectItem,
        response: { 200: Item },
      },
    },
    ({ context, params, body }) => correctItem(context, params.id, body),
  )
  viewRoutes(app)
  itemViewRoutes(app)
  calendarRoutes(app)
  savedViewRoutes(app)

  stepRoutes(app)
  extensionRoutes(app)
  dutyRoutes(app)
  evidenceRoutes(app)
  bulkRoutes(app)
  sheetExportRoutes(app)
  sheetRoutes(app)
  settingsRoutes(app)
}

import { z } from 'zod'
import { fileDisposition } from '../../../platform/http/index.ts'
import type { HttpApp } from '../../../platform/module.ts'
import { exportName } from '../rules/sheet/write-item.ts'
import { ExportItems } from '../schema/sheets.ts'
import { exportItems } from '../sheet/export-items.ts'

const MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/** The ledger out as a spreadsheet. */
export function sheetExportRoutes(app: HttpApp): void {
  app.get(
    '/api/items/export',
    {
      config: { permission: 'ledger.read' },
      schema: {
        operationId: 'exportItems',
        summary: 'What the list shows, all pages, as xlsx or csv',
        tags: ['ledger'],
        querystring: ExportItems,
        response: {
          200: {
            description: 'The sheet',
            content: {
              'application/octet-stream': { schema: z.any().meta({ type: 'string', format: 'binary' }) },
            },
          },
        },
      },
    },
    async ({ context, query }, reply) => {
      const day = query.asOf ?? context.clock.today()
      const name = `${exportName(context.locale)}-${day}.${query.format}`
      return reply
        .headers({
          'content-type': MEDIA_TYPES[query.format],
          'content-disposition': fileDisposition(name),
          'x-content-type-options': 'nosniff',
          'cache-control': 'private, no-store',
        })
        .send(exportItems(context, query))
    },
  )
}

import { z } from 'zod'
import { readUpload, uploadBody } from '../../../platform/http/index.ts'
import type { HttpApp } from '../../../platform/module.ts'
import { CheckSheet, ProposeSheet, SheetImport, SheetImportLine } from '../schema/sheets.ts'
import { cancelImport, checkImport, openProblems, startImport } from '../sheet/decide-import.ts'
import { getImport, listSheetImports } from '../sheet/present-import.ts'
import { proposeAgain, uploadSheet } from '../sheet/upload-sheet.ts'

const tags = ['ledger']
const params = z.object({ id: z.uuid() })
const config = { permission: 'ledger.import' }

/** Spreadsheets in: upload, mapping, check, start, and what became of them. */
export function sheetRoutes(app: HttpApp): void {
  app.post(
    '/api/sheets',
    {
      config,
      schema: {
        operationId: 'uploadSheet',
        summary: 'Upload a spreadsheet; which column holds what is proposed',
        tags,
        body: { content: { 'multipart/form-data': { schema: uploadBody([]) } } },
        response: { 201: SheetImport },
      },
    },
    async (request, reply) => {
      const { bytes, fileName } = await readUpload(request)
      return reply.code(201).send(await uploadSheet(request.context, { bytes, fileName }))
    },
  )
  app.get(
    '/api/sheets',
    {
      config,
      schema: {
        operationId: 'listSheets',
        summary: 'The latest imports',
        tags,
        response: { 200: z.array(SheetImportLine) },
      },
    },
    ({ context }) => listSheetImports(context),
  )
  app.get(
    '/api/sheets/:id',
    {
      config,
      schema: {
        operationId: 'getSheet',
        summary: 'One import: mapping, preview, problems, progress',
        tags,
        params,
        response: { 200: SheetImport },
      },
    },
    ({ context, params }) => getImport(context, params.id),
  )
  app.post(
    '/api/sheets/:id/propose',
    {
      config,
      schema: {
        operationId: 'proposeSheet',
        summary: 'Propose a mapping for another sheet or other heading rows',
        tags,
        params,
        body: ProposeSheet,
        response: { 200: SheetImport },
      },
    },
    ({ context, params, body }) => proposeAgain(context, params.id, body),
  )
  app.post(
    '/api/sheets/:id/check',
    {
      config,
      schema: {
        operationId: 'checkSheet',
        summary: 'Check all rows by a mapping; enters nothing',
        tags,
        params,
        body: CheckSheet,
        response: { 200: SheetImport },
      },
    },
    ({ context, params, body }) => checkImport(context, params.id, body),
  )
  app.post(
    '/api/sheets/:id/start',
    {
      config,
      schema: {
        operationId: 'startSheet',
        summary: 'Enter all rows, or none',
        tags,
        params,
        response: { 200: SheetImport },
      },
    },
    ({ context, params }) => startImport(context, params.id),
  )
  app.post(
    '/api/sheets/:id/cancel',
    {
      config,
      schema: {
        operationId: 'cancelSheet',
        summary: 'Stop a check or an import that is under way',
        tags,
        params,
        response: { 200: SheetImport },
      },
    },
    ({ context, params }) => cancelImport(context, params.id),
  )
  app.get(
    '/api/sheets/:id/problems',
    {
      config,
      schema: {
        operationId: 'getSheetProblems',
        summary: 'All problem rows as csv',
        tags,
        params,
        response: {
          200: {
            description: 'Row, column, heading, value, what is wrong',
            content: {
              'application/octet-stream': { schema: z.any().meta({ type: 'string', format: 'binary' }) },
            },
          },
        },
      },
    },
    async ({ context, params }, reply) => {
      const { content } = await openProblems(context, params.id)
      return reply
        .headers({
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="problems-${params.id.slice(0, 8)}.csv"`,
          'x-content-type-options': 'nosniff',
        })
        .send(content)
    },
  )
}

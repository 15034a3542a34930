import { z } from 'zod'
import { readUpload, uploadBody } from '../../../platform/http/index.ts'
import type { HttpApp } from '../../../platform/module.ts'
import {
  DecideFindings,
  IndicatorSheet,
  IndicatorSheetLine,
  ProposeTable,
  SheetMapping,
  StartSheet,
} from '../schema/sheets.ts'
import {
  cancelIndicatorSheet,
  checkIndicatorSheet,
  decideFindings,
  openSheetProblems,
  startIndicatorSheet,
} from '../sheet/decide-sheet.ts'
import { getIndicatorSheet, listIndicatorSheets } from '../sheet/present-sheet.ts'
import { proposeSheetAgain, uploadIndicatorSheet } from '../sheet/upload-sheet.ts'

const tags = ['indicators']
const params = z.object({ id: z.uuid() })
const config = { permission: 'indicators.import' }
const response = { 200: IndicatorSheet }

/** Statistical tables in: upload, mapping, check with problems and findings, decisions, publication. */
export function sheetRoutes(app: HttpApp): void {
  app.post(
    '/api/indicator-sheets',
    {
      config,
      schema: {
        operationId: 'uploadIndicatorSheet',
        summary: 'Upload a statistical table; how to read it is proposed',
        tags,
        body: { content: { 'multipart/form-data': { schema: uploadBody([]) } } },
        response: { 201: IndicatorSheet },
      },
    },
    async (request, reply) => {
      const { bytes, fileName } = await readUpload(request)
      return reply.code(201).send(await uploadIndicatorSheet(request.context, { bytes, fileName }))
    },
  )
  app.get(
    '/api/indicator-sheets',
    {
      config,
      schema: {
        operationId: 'listIndicatorSheets',
        summary: 'The latest imports',
        tags,
        response: { 200: z.array(IndicatorSheetLine) },
      },
    },
    ({ context }) => listIndicatorSheets(context),
  )
  app.get(
    '/api/indicator-sheets/:id',
    {
      config,
      schema: {
        operationId: 'getIndicatorSheet',
        summary: 'One import: mapping, preview, problems, findings, progress',
        tags,
        params,
        response,
      },
    },
    ({ context, params }) => getIndicatorSheet(context, params.id),
  )
  app.post(
    '/api/indicator-sheets/:id/propose',
    {
      config,
      schema: {
        operationId: 'proposeIndicatorSheet',
        summary: 'Propose a mapping for another sheet or other heading rows',
        tags,
        params,
        body: ProposeTable,
        response,
      },
    },
    ({ context, params, body }) => proposeSheetAgain(context, params.id, body),
  )
  app.post(
    '/api/indicator-sheets/:id/check',
    {
      config,
      schema: {
        operationId: 'checkIndicatorSheet',
        summary: 'Check all values by a mapping; publishes nothing',
        tags,
        params,
        body: SheetMapping,
        response,
      },
    },
    ({ context, params, body }) => checkIndicatorSheet(context, params.id, body),
  )
  app.post(
    '/api/indicator-sheets/:id/decide',
    {
      config,
      schema: {
        operationId: 'decideIndicatorSheet',
        summary: 'Confirm findings, with a reason',
        tags,
        params,
        body: DecideFindings,
        response,
      },
    },
    ({ context, params, body }) => decideFindings(context, params.id, body),
  )
  app.post(
    '/api/indicator-sheets/:id/start',
    {
      config,
      schema: {
        operationId: 'startIndicatorSheet',
        summary: 'Publish all values as a vintage, or report them for verification; or none',
        tags,
        params,
        body: StartSheet,
        response,
      },
    },
    ({ context, params, body }) => startIndicatorSheet(context, params.id, body),
  )
  app.post(
    '/api/indicator-sheets/:id/cancel',
    {
      config,
      schema: {
        operationId: 'cancelIndicatorSheet',
        summary: 'Stop a check or a publication that is under way',
        tags,
        params,
        response,
      },
    },
    ({ context, params }) => cancelIndicatorSheet(context, params.id),
  )
  app.get(
    '/api/indicator-sheets/:id/problems',
    {
      config,
      schema: {
        operationId: 'getIndicatorSheetProblems',
        summary: 'All problems and findings as csv',
        tags,
        params,
        response: {
          200: {
            description: 'Cell, value, severity, what is wrong',
            content: {
              'application/octet-stream': { schema: z.any().meta({ type: 'string', format: 'binary' }) },
            },
          },
        },
      },
    },
    async ({ context, params }, reply) =>
      reply
        .headers({
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="problems-${params.id.slice(0, 8)}.csv"`,
          'x-content-type-options': 'nosniff',
        })
        .send(await openSheetProblems(context, params.id)),
  )
}

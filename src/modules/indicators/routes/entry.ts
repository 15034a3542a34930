import type { HttpApp } from '../../../platform/module.ts'
import { reportReadings } from '../commands/entry/report-readings.ts'
import { returnReadings, verifyReadings } from '../commands/entry/verify-readings.ts'
import { getReadingGrid } from '../queries/get-reading-grid.ts'
import {
  AskReadings,
  ReadingGrid,
  ReadingList,
  ReportOutcome,
  ReportReadings,
  ReturnReadings,
  VerifyReadings,
} from '../schema/readings.ts'

const tags = ['indicators']

/** The entry grid: units report, somebody else verifies or returns; publication is `POST /api/vintages`. */
export function entryRoutes(app: HttpApp): void {
  app.get(
    '/api/readings',
    {
      config: { permission: 'indicators.report' },
      schema: {
        operationId: 'getReadings',
        summary: 'The grid of a period: indicators by units',
        tags,
        querystring: AskReadings,
        response: { 200: ReadingGrid },
      },
    },
    ({ context, query }) => getReadingGrid(context, query),
  )
  app.put(
    '/api/readings',
    {
      config: { permission: 'indicators.report' },
      schema: {
        operationId: 'reportReadings',
        summary: 'Report values; doubtful ones have to be confirmed',
        tags,
        body: ReportReadings,
        response: { 200: ReportOutcome },
      },
    },
    ({ context, body }) => reportReadings(context, body),
  )
  app.post(
    '/api/readings/verify',
    {
      config: { permission: 'indicators.verify' },
      schema: {
        operationId: 'verifyReadings',
        summary: 'Verify readings that somebody else reported',
        tags,
        body: VerifyReadings,
        response: { 200: ReadingList },
      },
    },
    ({ context, body }) => verifyReadings(context, body),
  )
  app.post(
    '/api/readings/return',
    {
      config: { permission: 'indicators.verify' },
      schema: {
        operationId: 'returnReadings',
        summary: 'Send readings back with the reason',
        tags,
        body: ReturnReadings,
        response: { 200: ReadingList },
      },
    },
    ({ context, body }) => returnReadings(context, body),
  )
}

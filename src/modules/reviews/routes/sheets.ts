import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { addLine } from '../commands/cycle/add-line.ts'
import { changeLine } from '../commands/cycle/change-line.ts'
import { draftUnitSheet } from '../commands/cycle/draft-sheet.ts'
import { markSheet } from '../commands/cycle/mark-sheet.ts'
import { listOwnSources } from '../queries/cycle/own-sources.ts'
import { getSheet, listSheets } from '../queries/cycle/sheets.ts'
import { AddLine, ChangeLine, Drafted, Line, MarkSheet, OfferedSources, Sheet, Sheets } from '../schema.ts'

const tags = ['reviews']
const ofReview = z.object({ id: z.uuid() })
const ofUnit = z.object({ id: z.uuid(), unitId: z.uuid() })
const read = { permission: 'reviews.read' }
const prepare = { permission: 'reviews.prepare' }

/** The speakers' sheets and their lines. */
export function sheetRoutes(app: HttpApp): void {
  app.get(
    '/api/reviews/cycles/:id/sheets',
    {
      config: read,
      schema: {
        operationId: 'listReviewSheets',
        summary: 'The sheets of the speakers: how many lines, how many stale, whether done',
        tags,
        params: ofReview,
        response: { 200: Sheets },
      },
    },
    ({ context, params: { id } }) => listSheets(context, id),
  )

  app.get(
    '/api/reviews/cycles/:id/sheets/:unitId',
    {
      config: read,
      schema: {
        operationId: 'getReviewSheet',
        summary:
          'A unit’s sheet: strengths, shortfalls and what became of the last ones, each with its sources',
        tags,
        params: ofUnit,
        response: { 200: Sheet },
      },
    },
    ({ context, params: { id, unitId } }) => getSheet(context, id, unitId),
  )

  app.get(
    '/api/reviews/cycles/:id/sheets/:unitId/sources',
    {
      config: prepare,
      schema: {
        operationId: 'listOwnSources',
        summary:
          'What a line of the office’s own may rest on: figures, pace, items and statements of the unit',
        tags,
        params: ofUnit,
        response: { 200: OfferedSources },
      },
    },
    ({ context, params: { id, unitId } }) => listOwnSources(context, id, unitId),
  )

  app.post(
    '/api/reviews/cycles/:id/sheets/:unitId/draft',
    {
      config: prepare,
      schema: {
        operationId: 'draftReviewSheet',
        summary: 'Draft a sheet from the data, or again: the office’s words stay',
        tags,
        params: ofUnit,
        response: { 200: Drafted },
      },
    },
    ({ context, params: { id, unitId } }) => draftUnitSheet(context, { reviewId: id, unitId }),
  )

  app.post(
    '/api/reviews/cycles/:id/sheets/:unitId/done',
    {
      config: prepare,
      schema: {
        operationId: 'markReviewSheet',
        summary: 'Mark a sheet as done, or take the mark away',
        tags,
        params: ofUnit,
        body: MarkSheet,
        response: { 200: Sheet },
      },
    },
    ({ context, params: { id, unitId }, body }) => markSheet(context, { reviewId: id, unitId }, body),
  )

  app.post(
    '/api/reviews/cycles/:id/lines',
    {
      config: prepare,
      schema: {
        operationId: 'addReviewLine',
        summary: 'Add the office’s own line',
        tags,
        params: ofReview,
        body: AddLine,
        response: { 201: Line },
      },
    },
    async ({ context, params: { id }, body }, reply) =>
      reply.status(201).send(await addLine(context, id, body)),
  )

  app.patch(
    '/api/reviews/lines/:lineId',
    {
      config: prepare,
      schema: {
        operationId: 'changeReviewLine',
        summary:
          'Write words over a draft, leave a line out, move it, decide on its outcome, take over its sources',
        tags,
        params: z.object({ lineId: z.uuid() }),
        body: ChangeLine,
        response: { 200: Line },
      },
    },
    ({ context, params: { lineId }, body }) => changeLine(context, lineId, body),
  )
}

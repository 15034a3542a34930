import { z } from 'zod'
import type { HttpApp } from '../../platform/module.ts'
import { decideRecurrence } from './commands/decide-recurrence.ts'
import { figureCheckRoutes } from './figure-check/routes.ts'
import { getHome } from './queries/get-home.ts'
import { getUnitReview } from './queries/get-unit-review.ts'
import { listReviews } from './queries/list-reviews.ts'
import { afterRoutes } from './routes/after.ts'
import { bookRoutes } from './routes/books.ts'
import { cycleRoutes } from './routes/cycle.ts'
import { dayRoutes } from './routes/day.ts'
import { documentRoutes } from './routes/documents.ts'
import { matterRoutes } from './routes/matters.ts'
import { overTimeRoutes } from './routes/over-time.ts'
import { sheetRoutes } from './routes/sheets.ts'
import { DecideRecurrence, Home, Recurrence, UnitReview, UnitReviewLine } from './schema.ts'

const tags = ['reviews']

/** The HTTP routes of this module. */
export function reviewsRoutes(app: HttpApp): void {
  figureCheckRoutes(app)
  documentRoutes(app)
  cycleRoutes(app)
  sheetRoutes(app)
  bookRoutes(app)
  app.get(
    '/api/home',
    {
      config: { permission: 'signed-in' },
      schema: {
        operationId: 'getHome',
        summary: 'Where the cycle stands, and what waits for who asks',
        tags,
        response: { 200: Home },
      },
    },
    ({ context }) => getHome(context),
  )

  app.get(
    '/api/reviews',
    {
      config: { permission: 'reviews.read' },
      schema: {
        operationId: 'listReviews',
        summary: 'Units that reviews speak of',
        tags,
        response: { 200: z.object({ units: z.array(UnitReviewLine) }) },
      },
    },
    async ({ context }) => ({ units: await listReviews(context) }),
  )

  app.get(
    '/api/reviews/units/:unitId',
    {
      config: { permission: 'reviews.read' },
      schema: {
        operationId: 'getUnitReview',
        summary: 'Strengths, shortfalls and what came back, by review',
        tags,
        params: z.object({ unitId: z.uuid() }),
        response: { 200: UnitReview },
      },
    },
    ({ context, params }) => getUnitReview(context, params.unitId),
  )

  app.post(
    '/api/reviews/recurrences',
    {
      config: { permission: 'reviews.decide' },
      schema: {
        operationId: 'decideRecurrence',
        summary: 'Confirm or dismiss that a shortfall came back',
        tags,
        body: DecideRecurrence,
        response: { 200: Recurrence },
      },
    },
    ({ context, body }) => decideRecurrence(context, body),
  )

  matterRoutes(app)
  dayRoutes(app)
  afterRoutes(app)
  overTimeRoutes(app)
}

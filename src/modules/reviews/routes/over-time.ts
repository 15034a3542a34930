import type { HttpApp } from '../../../platform/module.ts'
import { getOverTime } from '../queries/over-time/over-time.ts'
import { reviewsOfReviews } from '../queries/over-time/reviews-of-reviews.ts'
import { AskOverTime, OverTime, ReviewsOfReviews } from '../schema/over-time.ts'

const tags = ['reviews']
const config = { permission: 'reviews.read' }

/** What the years show: units against themselves, what was resolved, forgotten and promised, how reviews were run. */
export function overTimeRoutes(app: HttpApp): void {
  app.get(
    '/api/reviews/over-time',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'getOverTime',
        summary: 'Units over the quarters, what became of shortfalls, and how long promises took',
        tags,
        querystring: AskOverTime,
        response: { 200: OverTime },
      },
    },
    ({ context, query }) => getOverTime(context, query),
  )

  app.get(
    '/api/reviews/over-time/reviews',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'reviewsOfReviews',
        summary: 'How each review was run',
        tags,
        response: { 200: ReviewsOfReviews },
      },
    },
    ({ context }) => reviewsOfReviews(context),
  )
}

import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { attachReport } from '../commands/after/attach-report.ts'
import { decideComparison } from '../commands/after/decide-comparison.ts'
import { enterCommitments } from '../commands/after/enter-commitments.ts'
import { getCommitmentsMemo } from '../queries/after/commitments-memo.ts'
import { getComparison } from '../queries/after/comparison.ts'
import {
  AttachedReport,
  AttachReport,
  CommitmentsMemo,
  Comparison,
  DecideComparison,
  EnteredCommitments,
} from '../schema/after.ts'

const tags = ['reviews']
const holding = { permission: 'reviews.hold' }
const params = z.object({ id: z.uuid() })

/** After the meeting: the published report beside the book, and what was promised and told. */
export function afterRoutes(app: HttpApp): void {
  app.put(
    '/api/reviews/cycles/:id/report',
    {
      config: holding,
      schema: {
        operationId: 'attachReport',
        summary: 'Attach the report that was published of a review',
        tags,
        params,
        body: AttachReport,
        response: { 200: AttachedReport },
      },
    },
    ({ context, params, body }) => attachReport(context, params.id, body),
  )

  app.get(
    '/api/reviews/cycles/:id/comparison',
    {
      config: { permission: 'reviews.read' },
      schema: {
        operationId: 'getComparison',
        summary: 'The book beside the published report',
        tags,
        params,
        response: { 200: Comparison },
      },
    },
    ({ context, params }) => getComparison(context, params.id),
  )

  app.post(
    '/api/reviews/cycles/:id/comparison',
    {
      config: { permission: 'reviews.decide' },
      schema: {
        operationId: 'decideComparison',
        summary: 'Confirm or reject that a line was printed as a sentence',
        tags,
        params,
        body: DecideComparison,
        response: { 200: Comparison },
      },
    },
    ({ context, params, body }) => decideComparison(context, params.id, body),
  )

  app.get(
    '/api/reviews/cycles/:id/commitments',
    {
      config: holding,
      schema: {
        operationId: 'getCommitmentsMemo',
        summary: 'Everything promised and told, with lead, deadline and number',
        tags,
        params,
        response: { 200: CommitmentsMemo },
      },
    },
    ({ context, params }) => getCommitmentsMemo(context, params.id),
  )

  app.post(
    '/api/reviews/cycles/:id/commitments',
    {
      config: holding,
      schema: {
        operationId: 'enterCommitments',
        summary: 'Enter draft items for the tasks of the published report',
        tags,
        params,
        response: { 200: EnteredCommitments },
      },
    },
    ({ context, params }) => enterCommitments(context, params.id),
  )
}

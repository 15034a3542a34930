import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { changeReview } from '../commands/cycle/change-review.ts'
import { enterStage } from '../commands/cycle/enter-stage.ts'
import { openReview } from '../commands/cycle/open-review.ts'
import { setAgenda } from '../commands/cycle/set-agenda.ts'
import { getCycle, listCycles } from '../queries/cycle/cycles.ts'
import { getProposal } from '../queries/cycle/proposal.ts'
import {
  AskProposal,
  ChangeReview,
  EnterStage,
  OpenReview,
  Proposal,
  ReviewDetail,
  Reviews,
  SetAgenda,
} from '../schema.ts'

const tags = ['reviews']
const params = z.object({ id: z.uuid() })
const read = { permission: 'reviews.read' }
const prepare = { permission: 'reviews.prepare' }

/** Reviews, who speaks, and the stages. */
export function cycleRoutes(app: HttpApp): void {
  app.get(
    '/api/reviews/cycles',
    {
      config: read,
      schema: {
        operationId: 'listReviewCycles',
        summary: 'Reviews, the newest first',
        tags,
        response: { 200: Reviews },
      },
    },
    ({ context }) => listCycles(context),
  )

  app.post(
    '/api/reviews/cycles',
    {
      config: prepare,
      schema: {
        operationId: 'openReview',
        summary: 'Open the review of a quarter',
        tags,
        body: OpenReview,
        response: { 201: ReviewDetail },
      },
    },
    async ({ context, body }, reply) => reply.status(201).send(await openReview(context, body)),
  )

  app.get(
    '/api/reviews/cycles/:id',
    {
      config: read,
      schema: {
        operationId: 'getReviewCycle',
        summary: 'A review with its stages, agenda and what may be done next',
        tags,
        params,
        response: { 200: ReviewDetail },
      },
    },
    ({ context, params: { id } }) => getCycle(context, id),
  )

  app.patch(
    '/api/reviews/cycles/:id',
    {
      config: prepare,
      schema: {
        operationId: 'changeReview',
        summary: 'Change what a review is called, when it is held and what its sheets may know',
        tags,
        params,
        body: ChangeReview,
        response: { 200: ReviewDetail },
      },
    },
    ({ context, params: { id }, body }) => changeReview(context, id, body),
  )

  app.get(
    '/api/reviews/cycles/:id/proposal',
    {
      config: prepare,
      schema: {
        operationId: 'proposeSpeakers',
        summary: 'Who might speak, the longest not reviewed first, with reasons',
        tags,
        params,
        querystring: AskProposal,
        response: { 200: Proposal },
      },
    },
    ({ context, params: { id }, query }) => getProposal(context, id, query),
  )

  app.put(
    '/api/reviews/cycles/:id/agenda',
    {
      config: prepare,
      schema: {
        operationId: 'setReviewAgenda',
        summary: 'Put the agenda down: who speaks in which order, and what else',
        tags,
        params,
        body: SetAgenda,
        response: { 200: ReviewDetail },
      },
    },
    ({ context, params: { id }, body }) => setAgenda(context, id, body),
  )

  app.post(
    '/api/reviews/cycles/:id/stage',
    {
      config: prepare,
      schema: {
        operationId: 'enterReviewStage',
        summary: 'Take a review to its next stage; freezing makes its book',
        tags,
        params,
        body: EnterStage,
        response: { 200: ReviewDetail },
      },
    },
    ({ context, params: { id }, body }) => enterStage(context, id, body),
  )
}

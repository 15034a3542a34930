import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { addExternalPosition } from '../commands/claims/add-external-position.ts'
import { checkClaims } from '../commands/claims/check-claims.ts'
import { matchClaim } from '../commands/claims/match-claim.ts'
import { withdrawExternalPosition } from '../commands/claims/withdraw-external-position.ts'
import { findClaims, getClaim, getClaimSheet, reportsWithClaims } from '../queries/claims/claims.ts'
import { externalPositions } from '../queries/claims/external-positions.ts'
import {
  AddExternalPosition,
  AskExternalPositions,
  CheckClaims,
  ClaimDetail,
  ClaimPage,
  ClaimSheet,
  ExternalPosition,
  ExternalPositions,
  ListClaims,
  MatchClaim,
  ReportsWithClaims,
  WithdrawExternalPosition,
} from '../schema/claims.ts'

const tags = ['indicators']
const config = { permission: 'indicators.read' }
const params = z.object({ id: z.uuid() })

/** Printed ranks and figures held against the numbers. */
export function claimRoutes(app: HttpApp): void {
  app.get(
    '/api/claims',
    {
      config,
      schema: {
        operationId: 'listClaims',
        summary: 'Ranks and figures accepted from reports, with match and verdict',
        tags,
        querystring: ListClaims,
        response: { 200: ClaimPage },
      },
    },
    ({ context, query }) => findClaims(context, query),
  )

  app.get(
    '/api/claims/:id',
    {
      config,
      schema: {
        operationId: 'getClaim',
        summary: 'One claim with the indicators that it may mean, and why',
        tags,
        params,
        response: { 200: ClaimDetail },
      },
    },
    ({ context, params: { id } }) => getClaim(context, id),
  )

  app.post(
    '/api/claims/:id/match',
    {
      config: { permission: 'indicators.check-claims' },
      schema: {
        operationId: 'matchClaim',
        summary: 'Say which indicator, measure, scope and period a claim means, or that none fits',
        tags,
        params,
        body: MatchClaim,
        response: { 200: ClaimDetail },
      },
    },
    ({ context, params: { id }, body }) => matchClaim(context, id, body),
  )

  app.post(
    '/api/claims/check',
    {
      config: { permission: 'indicators.check-claims' },
      schema: {
        operationId: 'checkClaims',
        summary: 'Check the claims of a report on what is published now; returns its page',
        tags,
        body: CheckClaims,
        response: { 200: ClaimSheet },
      },
    },
    ({ context, body }) => checkClaims(context, body),
  )

  app.get(
    '/api/reports-with-claims',
    {
      config,
      schema: {
        operationId: 'listReportsWithClaims',
        summary: 'Reports that claim something, with how many claims hold',
        tags,
        response: { 200: ReportsWithClaims },
      },
    },
    ({ context }) => reportsWithClaims(context),
  )

  app.get(
    '/api/reports-with-claims/:id',
    {
      config,
      schema: {
        operationId: 'getClaimSheet',
        summary: 'The claims of one report as they were last checked, line by line',
        tags,
        params,
        response: { 200: ClaimSheet },
      },
    },
    ({ context, params: { id } }) => getClaimSheet(context, id),
  )

  app.get(
    '/api/external-positions',
    {
      config,
      schema: {
        operationId: 'listExternalPositions',
        summary: 'Ranks in wider circles as somebody else printed them, with their source',
        tags,
        querystring: AskExternalPositions,
        response: { 200: ExternalPositions },
      },
    },
    ({ context, query }) => externalPositions(context, query),
  )

  app.post(
    '/api/external-positions/:id/withdraw',
    {
      config: { permission: 'indicators.import' },
      schema: {
        operationId: 'withdrawExternalPosition',
        summary: 'Withdraw a printed rank that was put down by mistake, with the reason',
        tags,
        params,
        body: WithdrawExternalPosition,
        response: { 200: ExternalPosition },
      },
    },
    ({ context, params: { id }, body }) => withdrawExternalPosition(context, id, body),
  )

  app.post(
    '/api/external-positions',
    {
      config: { permission: 'indicators.import' },
      schema: {
        operationId: 'addExternalPosition',
        summary: 'Put down a printed rank with its source; a later one of the same period supersedes it',
        tags,
        body: AddExternalPosition,
        response: { 201: ExternalPosition },
      },
    },
    async ({ context, body }, reply) => reply.code(201).send(await addExternalPosition(context, body)),
  )
}

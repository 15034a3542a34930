import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { delegate, revokeDelegation } from '../commands/roles/delegate.ts'
import { readLeave } from '../queries/read-holdings.ts'
import { LeavePage, NewDelegation } from '../schema/roles.ts'

const tags = ['leave']
const Nothing = z.undefined()
const ofAccount = z.object({ accountId: z.uuid() })

/** Roles in other hands for the time of a leave. */
export function leaveRoutes(app: HttpApp): void {
  app.get(
    '/api/leave',
    {
      config: { permission: 'signed-in' },
      schema: {
        operationId: 'readLeave',
        summary: 'Whose roles may be handed over, to whom, and the delegations that concern the reader',
        tags,
        response: { 200: LeavePage },
      },
    },
    ({ context }) => readLeave(context),
  )

  app.post(
    '/api/leave/delegations',
    {
      config: { permission: 'signed-in' },
      schema: {
        operationId: 'delegateOwn',
        summary: 'Put one’s own roles into another’s hands for some days',
        tags,
        body: NewDelegation,
        response: { 201: z.object({ id: z.uuid() }) },
      },
    },
    async ({ context, body }, reply) =>
      reply.code(201).send({ id: await delegate(context, context.actor.userId, body) }),
  )

  app.post(
    '/api/accounts/:accountId/delegations',
    {
      config: { permission: 'identity.delegate' },
      schema: {
        operationId: 'delegateFor',
        summary: 'Put the roles of somebody absent into another’s hands',
        tags,
        params: ofAccount,
        body: NewDelegation,
        response: { 201: z.object({ id: z.uuid() }) },
      },
    },
    async ({ context, params, body }, reply) =>
      reply.code(201).send({ id: await delegate(context, params.accountId, body) }),
  )

  app.delete(
    '/api/leave/delegations/:delegationId',
    {
      config: { permission: 'signed-in' },
      schema: {
        operationId: 'revokeDelegation',
        summary: 'End a delegation before its last day: its giver, a superior or the security administrator',
        tags,
        params: z.object({ delegationId: z.uuid() }),
        response: { 204: Nothing },
      },
    },
    async ({ context, params }, reply) => {
      await revokeDelegation(context, params.delegationId)
      return reply.code(204).send()
    },
  )
}

import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { changeOwnPassword } from '../commands/change-own-password.ts'
import { endOwnSessions } from '../commands/end-own-sessions.ts'
import { listLiveSessions } from '../queries/list-live-sessions.ts'
import { readOwnAccount } from '../queries/read-own-account.ts'
import { ChangePassword, OwnAccount, SessionLine } from '../schema.ts'

/** Passwords given again in a minute by one address. */
export const PROOFS_PER_MINUTE = 20

/** What everybody does with their own account. */
export function ownAccountRoutes(app: HttpApp): void {
  const tags = ['account']

  app.get(
    '/api/account',
    {
      config: { permission: 'signed-in', evenWithDuties: true },
      schema: {
        operationId: 'getOwnAccount',
        summary: 'One’s own account: password, second factor, what the settings ask for',
        tags,
        response: { 200: OwnAccount },
      },
    },
    ({ context }) => readOwnAccount(context),
  )

  app.post(
    '/api/account/password',
    {
      config: {
        permission: 'signed-in',
        evenWithDuties: true,
        rateLimit: { max: PROOFS_PER_MINUTE, timeWindow: 60_000 },
      },
      schema: {
        operationId: 'changeOwnPassword',
        summary: 'Change one’s own password; the other sessions of the account end',
        tags,
        body: ChangePassword,
        response: { 204: z.undefined() },
      },
    },
    async (request, reply) => {
      const sessionId = request.session!.id
      await changeOwnPassword(request.context, request.body, { sessionId, address: request.ip })
      return reply.code(204).send()
    },
  )

  app.get(
    '/api/account/sessions',
    {
      config: { permission: 'signed-in' },
      schema: {
        operationId: 'listOwnSessions',
        summary: 'One’s own live sessions, newest first',
        tags,
        response: { 200: z.object({ sessions: z.array(SessionLine) }) },
      },
    },
    async ({ context, session }) => ({
      sessions: await listLiveSessions(context, context.actor.userId, session!.id),
    }),
  )

  app.delete(
    '/api/account/sessions/:sessionId',
    {
      config: { permission: 'signed-in' },
      schema: {
        operationId: 'endOwnSession',
        summary: 'End one of one’s own sessions',
        tags,
        params: z.object({ sessionId: z.uuid() }),
        response: { 204: z.undefined() },
      },
    },
    async ({ context, params }, reply) => {
      await endOwnSessions(context, { only: params.sessionId })
      return reply.code(204).send()
    },
  )

  app.post(
    '/api/account/sessions/end-others',
    {
      config: { permission: 'signed-in' },
      schema: {
        operationId: 'endOtherSessions',
        summary: 'End all of one’s own sessions but this one',
        tags,
        response: { 200: z.object({ ended: z.int() }) },
      },
    },
    async ({ context, session }) => ({ ended: await endOwnSessions(context, { except: session!.id }) }),
  )
}

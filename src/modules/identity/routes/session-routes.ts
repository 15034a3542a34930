import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { unauthenticated } from '../../../kernel/errors.ts'
import type { OpenSession } from '../../../platform/http/index.ts'
import type { HttpApp } from '../../../platform/module.ts'
import { signIn } from '../commands/sign-in.ts'
import { signInWithCode } from '../commands/sign-in-with-code.ts'
import { signOut } from '../commands/sign-out.ts'
import { presentHeld } from '../present-holdings.ts'
import { SecondStep, SecondStepNeeded, Session, SignIn } from '../schema.ts'
import { enterSession } from './enter-session.ts'
import { originOf } from './origin-of.ts'

/** Sign-ins from one address in a minute: an office shares one, a machine that guesses is slowed down. */
const SIGN_INS_PER_MINUTE = 30

export function sessionRoutes(app: HttpApp): void {
  app.get(
    '/api/session',
    {
      config: { permission: 'signed-in', evenWithDuties: true },
      schema: {
        operationId: 'getSession',
        summary: 'Who is signed in, and what they may do',
        tags: ['identity'],
        response: { 200: Session },
      },
    },
    (request) => present(request, request.session),
  )

  app.post(
    '/api/session',
    {
      config: {
        permission: 'public',
        rateLimit: { max: SIGN_INS_PER_MINUTE, timeWindow: 60_000 },
      },
      schema: {
        operationId: 'signIn',
        summary: 'Sign in; the session comes as a cookie, or 202 asks for the second step',
        tags: ['identity'],
        body: SignIn,
        response: { 200: Session, 202: SecondStepNeeded },
      },
    },
    async (request, reply) => {
      const step = await signIn(request.context, request.body, originOf(request))
      if ('token' in step) return present(request, await enterSession(request, reply, step.token))
      const { challenge, expiresAt } = step
      return reply.code(202).send({ challenge, expiresAt: expiresAt.toISOString() })
    },
  )

  app.post(
    '/api/session/second-step',
    {
      config: {
        permission: 'public',
        rateLimit: { max: SIGN_INS_PER_MINUTE, timeWindow: 60_000 },
      },
      schema: {
        operationId: 'signInWithCode',
        summary: 'The second step of signing in: a code of the app or a recovery code',
        tags: ['identity'],
        body: SecondStep,
        response: { 200: Session },
      },
    },
    async (request, reply) => {
      const token = await signInWithCode(request.context, request.body, originOf(request))
      return present(request, await enterSession(request, reply, token))
    },
  )

  app.delete(
    '/api/session',
    {
      config: { permission: 'signed-in', evenWithDuties: true },
      schema: {
        operationId: 'signOut',
        summary: 'Sign out',
        tags: ['identity'],
        response: { 204: z.undefined() },
      },
    },
    async (request, reply) => {
      if (request.session) await signOut(request.context, request.session.token)
      reply.closeSession()
      return reply.code(204).send()
    },
  )
}

function present(request: FastifyRequest, session: OpenSession | undefined): Session {
  if (!session) throw unauthenticated('kernel.signed-out')
  const { account, duties, tenant, csrfToken } = session
  const { id, username, name, roles, unitId, held } = account
  const { permissions } = request.context.actor.grants
  return {
    user: { id, username, name, roles: [...roles], unitId, held: held.map(presentHeld) },
    tenant: { ...tenant },
    grants: { permissions: { ...permissions } },
    duties: [...duties],
    csrfToken,
  }
}

import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { removeOwnSecondFactor, renewOwnRecoveryCodes } from '../commands/keep-second-factor.ts'
import { beginSecondFactor, confirmSecondFactor } from '../commands/set-up-second-factor.ts'
import { BeginSecondFactor, ConfirmSecondFactor, ProveBoth } from '../schema.ts'
import { PROOFS_PER_MINUTE } from './own-account-routes.ts'

const tags = ['account']
const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })
const rateLimit = { max: PROOFS_PER_MINUTE, timeWindow: 60_000 }
const own = { permission: 'signed-in', rateLimit }

/** Setting up, renewing and removing one's own second factor. */
export function secondFactorRoutes(app: HttpApp): void {
  app.post(
    '/api/account/second-factor/begin',
    {
      config: { ...own, evenWithDuties: true, answerIsSecret: true },
      schema: {
        operationId: 'beginSecondFactor',
        summary: 'A new secret for an authenticator app, shown this once',
        tags,
        body: BeginSecondFactor,
        response: { 200: z.object({ secret: z.string(), uri: z.string() }) },
      },
    },
    ({ context, body, session, ip: address }) =>
      beginSecondFactor(context, body, { address, issuer: session!.tenant.name }),
  )

  app.post(
    '/api/account/second-factor/confirm',
    {
      config: { ...own, evenWithDuties: true, answerIsSecret: true },
      schema: {
        operationId: 'confirmSecondFactor',
        summary: 'Put the new secret in force with a code of it; answers the recovery codes',
        tags,
        body: ConfirmSecondFactor,
        response: { 200: RecoveryCodes },
      },
    },
    async ({ context, body, session, ip: address }) => {
      const { id: sessionId } = session!
      return { recoveryCodes: await confirmSecondFactor(context, body.code, { sessionId, address }) }
    },
  )

  app.post(
    '/api/account/second-factor/recovery-codes',
    {
      config: { ...own, answerIsSecret: true },
      schema: {
        operationId: 'renewRecoveryCodes',
        summary: 'New recovery codes instead of the old ones',
        tags,
        body: ProveBoth,
        response: { 200: RecoveryCodes },
      },
    },
    async ({ context, body, ip }) => ({
      recoveryCodes: await renewOwnRecoveryCodes(context, body, ip),
    }),
  )

  app.post(
    '/api/account/second-factor/remove',
    {
      config: own,
      schema: {
        operationId: 'removeSecondFactor',
        summary: 'Remove one’s own second factor, where none is required',
        tags,
        body: ProveBoth,
        response: { 204: z.undefined() },
      },
    },
    async ({ context, body, ip }, reply) => {
      await removeOwnSecondFactor(context, body, ip)
      return reply.code(204).send()
    },
  )
}

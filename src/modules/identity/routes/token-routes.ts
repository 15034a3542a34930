import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { createToken } from '../commands/create-token.ts'
import { revokeOwnToken } from '../commands/revoke-own-token.ts'
import { listOwnTokens } from '../queries/list-own-tokens.ts'
import { NewToken, TokenList } from '../schema/tokens.ts'
import { PROOFS_PER_MINUTE } from './own-account-routes.ts'

const tags = ['account']

/** One's own API tokens. */
export function tokenRoutes(app: HttpApp): void {
  app.get(
    '/api/account/tokens',
    {
      config: { permission: 'signed-in' },
      schema: {
        operationId: 'listOwnTokens',
        summary: 'One’s own live API tokens, and what a new one could be given',
        tags,
        response: { 200: TokenList },
      },
    },
    ({ context }) => listOwnTokens(context),
  )

  app.post(
    '/api/account/tokens',
    {
      config: {
        answerIsSecret: true,
        permission: 'signed-in',
        rateLimit: { max: PROOFS_PER_MINUTE, timeWindow: 60_000 },
      },
      schema: {
        operationId: 'createToken',
        summary: 'Make an API token with a part of one’s own permissions; it is shown this once',
        tags,
        body: NewToken,
        response: { 201: z.object({ token: z.string() }) },
      },
    },
    async ({ context, body, ip }, reply) =>
      reply.code(201).send({ token: await createToken(context, body, ip) }),
  )

  app.delete(
    '/api/account/tokens/:tokenId',
    {
      config: { permission: 'signed-in' },
      schema: {
        operationId: 'revokeToken',
        summary: 'Revoke one of one’s own API tokens',
        tags,
        params: z.object({ tokenId: z.uuid() }),
        response: { 204: z.undefined() },
      },
    },
    async ({ context, params: { tokenId } }, reply) => {
      await revokeOwnToken(context, tokenId)
      return reply.code(204).send()
    },
  )
}

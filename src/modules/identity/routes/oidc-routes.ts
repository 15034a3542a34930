import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { notFound } from '../../../kernel/errors.ts'
import { cookieName, type SingleSignOn } from '../../../platform/http/index.ts'
import type { HttpApp } from '../../../platform/module.ts'
import { openText, sealText } from '../../../platform/sealed-text.ts'
import { linkAccount } from '../commands/administer/link-identity.ts'
import { signInWithOidc } from '../commands/sign-in-with-oidc.ts'
import { arriveFrom, type Departure, departTo } from '../oidc.ts'
import { enterSession } from './enter-session.ts'
import { originOf } from './origin-of.ts'

const COOKIE = 'quarterdeck-departure'
const PATH = '/api/session/oidc'
const DEPARTURE_SECONDS = 600
const PLACE = { purpose: 'oidc-departure', owner: 'browser' }
const rateLimit = { max: 30, timeWindow: 60_000 }

/** Signing in at the city's single sign-on; without settings there is none, and the screen shows no button. */
export function oidcRoutes(app: HttpApp): void {
  app.get(
    '/api/sign-in-options',
    {
      config: { permission: 'public' },
      schema: {
        operationId: 'getSignInOptions',
        summary: 'How one can sign in besides with a password',
        tags: ['identity'],
        response: { 200: z.object({ singleSignOn: z.string().nullable() }) },
      },
    },
    () => ({ singleSignOn: app.singleSignOn?.label ?? null }),
  )

  app.get(
    PATH,
    {
      config: { permission: 'public', rateLimit },
      schema: {
        operationId: 'departToSingleSignOn',
        summary: 'Send the browser to the single sign-on',
        tags: ['identity'],
        querystring: z.object({}),
        response: { 302: z.undefined() },
      },
    },
    async (request, reply) => {
      const { url, departure } = await departTo(settingsOf(app))
      const expiresAt = request.context.clock.now().getTime() + DEPARTURE_SECONDS * 1000
      const sealed = sealText(request.context, JSON.stringify({ ...departure, expiresAt }), PLACE)
      // Lax, because the way back begins at another site.
      const options = { path: PATH, httpOnly: true, sameSite: 'lax' as const }
      reply.setCookie(cookieName(request, COOKIE, PATH), sealed, {
        ...options,
        maxAge: DEPARTURE_SECONDS,
        secure: request.protocol === 'https',
      })
      return reply.redirect(url, 302)
    },
  )

  app.get(
    `${PATH}/callback`,
    {
      config: { permission: 'public', rateLimit },
      schema: {
        operationId: 'arriveFromSingleSignOn',
        summary: 'The browser comes back from the single sign-on with a code',
        tags: ['identity'],
        querystring: z.looseObject({}),
        response: { 302: z.undefined() },
      },
    },
    async (request, reply) => reply.redirect(await arrive(request, reply, settingsOf(app)), 302),
  )

  app.put(
    '/api/accounts/:accountId/single-sign-on',
    {
      config: { permission: 'identity.manage-accounts' },
      schema: {
        operationId: 'linkAccount',
        summary: 'Link an account to a subject of the single sign-on, or to none',
        tags: ['accounts'],
        params: z.object({ accountId: z.uuid() }),
        body: z.object({ subject: z.string().trim().min(1).max(255).nullable() }),
        response: { 204: z.undefined() },
      },
    },
    async ({ context, params: { accountId }, body }, reply) => {
      await linkAccount(context, accountId, { issuer: settingsOf(app).issuer, subject: body.subject })
      return reply.code(204).send()
    },
  )
}

/** @throws `identity.no-single-sign-on` */
function settingsOf(app: HttpApp): SingleSignOn {
  if (!app.singleSignOn) throw notFound('identity.no-single-sign-on')
  return app.singleSignOn
}

/** Where the browser goes next: home, to the second step, or back with a refusal that says nothing more. */
async function arrive(request: FastifyRequest, reply: FastifyReply, settings: SingleSignOn): Promise<string> {
  const secure = request.protocol === 'https'
  reply.clearCookie(cookieName(request, COOKIE, PATH), { path: PATH, secure })
  try {
    const departure = readDeparture(request)
    const { subject, username } = await arriveFrom(
      settings,
      departure,
      new URL(request.url, settings.publicUrl).search,
    )
    const { issuer, defaultRole } = settings
    const arrival = { issuer, subject, username, defaultRole }
    const step = await signInWithOidc(request.context, arrival, originOf(request))
    // After the hash: it is sent to no server and stands in no log.
    if ('challenge' in step) return `/sign-in#challenge=${step.challenge}`
    await enterSession(request, reply, step.token)
    return '/'
  } catch (error) {
    request.log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'single sign-on refused')
    return '/sign-in?refused=single-sign-on'
  }
}

/** @throws Error when there is none, it is not ours, or it is too old */
function readDeparture(request: FastifyRequest): Departure {
  const { context, cookies } = request
  const departure = JSON.parse(openText(context, cookies[cookieName(request, COOKIE, PATH)] ?? '', PLACE))
  if (departure.expiresAt < context.clock.now().getTime()) throw new Error('The departure is too old')
  return departure
}

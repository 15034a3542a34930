import type { FastifyReply, FastifyRequest } from 'fastify'
import { type OpenSession, readSessionCookie } from '../../../platform/http/index.ts'
import { signOut } from '../commands/sign-out.ts'
import { markBrowser } from '../known-browser.ts'
import { setBrowserMark } from './browser-cookie.ts'

/**
 * Makes a new session the browser's own. The one that it had until now ends: its cookie is replaced, so nobody could sign out
 * of it any more (OWASP ASVS 5.0, 7.2.4).
 */
export async function enterSession(
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
): Promise<OpenSession> {
  const { context: before } = request
  const former = readSessionCookie(request)
  const session = await reply.openSession(token)
  setBrowserMark(reply, markBrowser(before, session.account.username))
  if (former && former.tenantId === before.tenantId) await signOut(before, former.token)
  return session
}

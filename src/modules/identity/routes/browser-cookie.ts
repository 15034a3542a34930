import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookieName } from '../../../platform/http/index.ts'
import { KNOWN_FOR_DAYS } from '../known-browser.ts'

const NAME = 'quarterdeck-browser'
/** Where one signs in, and nowhere else. */
const PATH = '/api/session'

export const readBrowserMark = (request: FastifyRequest): string | undefined =>
  request.cookies[cookieName(request, NAME, PATH)]

export function setBrowserMark(reply: FastifyReply, mark: string): void {
  const { request } = reply
  reply.setCookie(cookieName(request, NAME, PATH), mark, {
    path: PATH,
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    maxAge: KNOWN_FOR_DAYS * 24 * 3600,
  })
}

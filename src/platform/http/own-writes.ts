import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  type Database,
  formatPosition,
  type LogPosition,
  laterOf,
  parsePosition,
  type Trail,
} from '../database/index.ts'
import { cookieName } from './cookie-name.ts'

/** Of programs that take no cookies; the same in both directions. */
const HEADER = 'quarterdeck-written'
const COOKIE = 'quarterdeck-written-'
const PATH = '/api'
/** So many writes of one browser may be answered at once by one process. */
const COOKIES = 8
/** Over the limit of the standbys' lag: after it they have the write anyhow. */
const MARGIN_S = 5

/**
 * Keeps what a browser has written with the browser: its next reads go to a standby only when that has come so far,
 * whichever process answers. Each answer has a cookie of its own and not the one of the answer before: of two that
 * cross on their way, the earlier one would put the later one back.
 */
export function ownWrites(app: FastifyInstance, { standbys }: Database): void {
  app.decorateRequest('trail', undefined)
  if (!standbys) return
  const process = randomBytes(3).toString('hex')
  let count = 0
  app.addHook('onSend', async (request, reply) => {
    const written = request.trail?.written
    if (written === undefined) return
    count += 1
    remember(reply, `${process}${count % COOKIES}`, written, Math.ceil(standbys.maxLagMs / 1000) + MARGIN_S)
  })
}

function remember(reply: FastifyReply, name: string, written: LogPosition, maxAge: number): void {
  const position = formatPosition(written)
  const { protocol } = reply.request
  const rest = {
    path: PATH,
    httpOnly: true,
    sameSite: 'strict' as const,
    secure: protocol === 'https',
    maxAge,
  }
  reply
    .setCookie(cookieName(reply.request, `${COOKIE}${name}`, PATH), position, rest)
    .header(HEADER, position)
}

/** What a request may read where. A program with a token says how far it must see, `0/0` for anything; else it reads the primary. */
export function trailOf(request: FastifyRequest, { standbys }: Database): Trail {
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const header = parsePosition(request.headers[HEADER]?.toString())
  const isProgram = request.headers.authorization !== undefined
  const mayLag =
    isRead &&
    standbys !== undefined &&
    request.routeOptions.config.reads === 'replica' &&
    (!isProgram || header !== undefined)
  if (!mayLag) return { isRead, mayLag }
  const cookies = Object.entries(request.cookies).filter(([name]) =>
    name.startsWith(cookieName(request, COOKIE, PATH)),
  )
  const positions = cookies.map(([, value]) => parsePosition(value))
  return { isRead, mayLag, after: positions.reduce(laterOf, header) }
}

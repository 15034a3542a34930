import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { notFound } from '../../kernel/errors.ts'
import { type Catalogues, describeError } from '../i18n/index.ts'
import { failureOf } from './failure-of.ts'
import { PROBLEM_TYPE, type Problem } from './problem.ts'

/** The one place where what was thrown becomes an answer: problem+json, in the reader's language. */
export function errorsToProblems(app: FastifyInstance, catalogues: Catalogues): void {
  app.setErrorHandler((error, request, reply) => {
    const failure = failureOf(error, request, catalogues)
    if (failure.kind === 'unexpected')
      request.log.error({ err: insideOf(error), id: request.id }, 'unexpected error')
    // One line: what was asked and who asked is not what is wrong.
    if (failure.kind === 'unavailable')
      request.log.error({ id: request.id, reason: (error as Error).message }, failure.code)
    const { status, code, details } = failure
    if (status === 503) void reply.header('retry-after', String(details.seconds))
    const problem: Problem = {
      type: `urn:quarterdeck:problem:${code}`,
      ...describeError(catalogues, failure, request.locale),
      status,
      code,
      details,
    }
    return reply.code(status).type(PROBLEM_TYPE).header('content-language', request.locale).send(problem)
  })
}

/** What whoever mends it needs. The other fields of a driver's error tell of the rows: `Key (username)=(…) already exists`. */
function insideOf(error: unknown) {
  const { name, code, stack = String(error) } = error as NodeJS.ErrnoException
  return { type: name, code, stack }
}

/** The answer for a path that leads nowhere. */
export function noSuchRoute(request: FastifyRequest, _reply: FastifyReply): never {
  throw notFound('kernel.no-such-route', { method: request.method, path: request.url.split('?')[0] })
}

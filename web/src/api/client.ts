import createClient from 'openapi-fetch'
import { currentLocale } from '../i18n/locale.ts'
import { isAnswerLost, tellAnswerLost } from './answer-lost.ts'
import type { paths } from './generated/schema.ts'
import { newId } from './new-id.ts'
import { Problem } from './problem.ts'
import { sendAgain } from './send-again.ts'

let csrfToken = ''

/** Kept from the session; the server asks for it with every write. */
export function rememberCsrfToken(token: string): void {
  csrfToken = token
}

/** The headers that every request carries. */
export function requestHeaders(): Record<string, string> {
  return { 'accept-language': currentLocale(), 'x-csrf-token': csrfToken }
}

export const client = createClient<paths>({
  baseUrl: '',
  credentials: 'same-origin',
  fetch: sendAgain,
})

client.use({
  onRequest({ request }) {
    for (const [name, value] of Object.entries(requestHeaders())) if (value) request.headers.set(name, value)
    if (request.method !== 'GET') request.headers.set('idempotency-key', newId())
    return request
  },
})

type Asked<T> = Promise<{ data?: T; error?: unknown; response: Response }>

/**
 * The body of an answer. Of a write that stands and whose answer was lost it never comes: the person is told.
 * @throws Problem with the server's sentence, or of status 0 when it cannot be reached
 */
export function answerOf<T>(request: Asked<T>): Promise<T> {
  return answerOrProblem(request).catch((error: unknown) => {
    if (isAnswerLost(error)) return tellAnswerLost(error as Problem)
    throw error
  })
}

/** Settles that a write was taken, for what is sent without anybody waiting for it. @throws Problem as `answerOf` */
export function takenBy(request: Asked<unknown>): Promise<void> {
  return answerOrProblem(request).then(
    () => {},
    (error: unknown) => {
      if (!isAnswerLost(error)) throw error
    },
  )
}

async function answerOrProblem<T>(request: Asked<T>): Promise<T> {
  const answer = await request.catch((cause: unknown) => {
    if (cause instanceof TypeError) throw new Problem(0, null)
    throw cause
  })
  if (!answer.response.ok) throw new Problem(answer.response.status, answer.error)
  return answer.data as T
}

import createClient from 'openapi-fetch'
import { currentLocale } from '../i18n/locale.ts'
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

/** The body of an answer. @throws Problem with the server's sentence, or of status 0 when it cannot be reached. */
export async function answerOf<T>(
  request: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const answer = await request.catch((cause: unknown) => {
    if (cause instanceof TypeError) throw new Problem(0, null)
    throw cause
  })
  if (!answer.response.ok) throw new Problem(answer.response.status, answer.error)
  return answer.data as T
}

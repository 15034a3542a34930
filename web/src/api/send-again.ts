/** How long to wait before a request is sent a second and a third time. */
const PAUSES_MS = [400, 1600]

/** A proxy without a server behind it, a database that is being restarted. */
const PASSING = [502, 503, 504]

/**
 * Sends a write that got no answer again, under the same Idempotency-Key: the server carries it out once whether the
 * first was lost on the way there or on the way back. A device that is offline is told so at once.
 */
export async function sendAgain(request: Request): Promise<Response> {
  for (const pauseMs of PAUSES_MS) {
    const copy = request.clone()
    const answer = await fetch(copy).catch((cause: unknown) => {
      if (!isWorthAgain(request) || !(cause instanceof TypeError)) throw cause
    })
    if (answer && !(PASSING.includes(answer.status) && isWorthAgain(request))) return answer
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  return fetch(request)
}

const isWorthAgain = (request: Request) => request.headers.has('idempotency-key') && navigator.onLine

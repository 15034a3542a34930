/** How long to wait before a request is sent a second and a third time. */
const PAUSES_MS = [400, 1600]

/** A proxy without a server behind it, a database that is being restarted. */
const PASSING = [502, 503, 504]

/** What was sent first is still being done: asked again, the server tells what became of it. */
const UNDER_WAY = 'kernel.request-repeated'

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
    if (answer && !(isWorthAgain(request) && (await isPassing(answer)))) return answer
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  return fetch(request)
}

const isWorthAgain = (request: Request) => request.headers.has('idempotency-key') && navigator.onLine

async function isPassing(answer: Response): Promise<boolean> {
  if (answer.status !== 409) return PASSING.includes(answer.status)
  const { code } = (await answer
    .clone()
    .json()
    .catch(() => ({}))) as { code?: string }
  return code === UNDER_WAY
}

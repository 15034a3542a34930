/** How many tables are read at once; the next one waits. */
const MOST_THREADS = 4

let taken = 0
const waiting: (() => void)[] = []

/** Takes a place for a thread, waiting for one if need be. @throws the signal's reason when it is aborted meanwhile */
export async function takePlace(signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted()
  if (taken < MOST_THREADS) {
    taken++
    return
  }
  await new Promise<void>((resolve, reject) => {
    const onAbort = () => {
      waiting.splice(waiting.indexOf(handOver), 1)
      reject(signal?.reason)
    }
    const handOver = () => {
      signal?.removeEventListener('abort', onAbort)
      resolve()
    }
    waiting.push(handOver)
    signal?.addEventListener('abort', onAbort, { once: true })
  })
}

/** Gives the place back, or straight to whoever waits longest. */
export function freePlace(): void {
  const handOver = waiting.shift()
  if (handOver) handOver()
  else taken--
}

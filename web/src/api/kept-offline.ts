import { requestHeaders } from './client.ts'

/** The cache of `public/day-worker.js`. */
const CACHE = 'quarterdeck-day'
const WORKER = '/day-worker.js'

/** Whether an answer is one that was kept on this device, because the server could not be reached. */
export const isKept = (response: Response): boolean => response.headers.has('x-quarterdeck-kept')

/**
 * Keeps addresses, and the scripts and styles that the page has loaded, on this device, so that the page opens and works
 * without the network. Answers whether all of it is kept; false also where browsers keep nothing: over plain http from
 * another machine.
 */
export async function keepOffline(addresses: readonly string[]): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  await navigator.serviceWorker.register(WORKER, { scope: '/review/' })
  const { active } = await navigator.serviceWorker.ready
  if (!active) return false
  const answer = new Promise<boolean>((resolve) => {
    const onMessage = ({ data }: MessageEvent) => {
      navigator.serviceWorker.removeEventListener('message', onMessage)
      resolve(data.isKept === true)
    }
    navigator.serviceWorker.addEventListener('message', onMessage)
  })
  const keep = [...new Set(['/index.html', ...loadedFiles(), ...addresses])]
  active.postMessage({ keep, language: requestHeaders()['accept-language'] })
  return answer
}

/** Deletes what was kept: whoever comes next to this device finds nothing of whoever was signed in. */
export async function forgetKept(): Promise<void> {
  if ('caches' in window) await caches.delete(CACHE)
}

function loadedFiles(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname)
}

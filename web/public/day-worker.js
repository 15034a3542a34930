/**
 * Keeps the page of the meeting's day usable while the network is gone: what that page named is kept on this device and
 * served when the server cannot be reached. Everything else goes to the network untouched. Signing out deletes the cache
 * (src/api/kept-offline.ts).
 */
const CACHE = 'quarterdeck-day'
const KEPT = 'x-quarterdeck-kept'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', (event) => {
  const { keep, language } = event.data ?? {}
  if (!Array.isArray(keep)) return
  const kept = keepAll(keep, language).then(
    () => true,
    () => false,
  )
  event.waitUntil(kept.then((isKept) => event.source?.postMessage({ isKept })))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(freshOrKept(request, '/index.html'))
  else if (pathname.startsWith('/assets/')) event.respondWith(keptOrFresh(request))
  else if (pathname.startsWith('/api/')) event.respondWith(freshOrKept(request, request.url))
})

/** All of them or a failure: a page is either usable without the network or it says that it is not. */
async function keepAll(addresses, language) {
  const cache = await caches.open(CACHE)
  await Promise.all(
    addresses.map(async (address) => {
      const response = await fetch(address, { headers: { 'accept-language': language } })
      if (!response.ok) throw new Error(`${address} answered ${response.status}`)
      await cache.put(address, response)
    }),
  )
}

async function freshOrKept(request, name) {
  // Opening what signing out has deleted would make it again: looked for without opening, opened only when it was there.
  const kept = await caches.match(name, { cacheName: CACHE, ignoreVary: true })
  const cache = kept && (await caches.open(CACHE))
  try {
    const response = await fetch(request)
    // A proxy answers for a server that is gone.
    if (kept && response.status >= 502 && response.status <= 504) return markedAsKept(kept)
    if (kept && response.ok) await cache.put(name, response.clone())
    return response
  } catch (error) {
    if (kept) return markedAsKept(kept)
    throw error
  }
}

/** Names under assets/ carry a hash: what is kept is what the server has. */
async function keptOrFresh(request) {
  return (await caches.match(request, { cacheName: CACHE })) ?? fetch(request)
}

async function markedAsKept(response) {
  const headers = new Headers(response.headers)
  headers.set(KEPT, '1')
  return new Response(await response.blob(), { status: response.status, headers })
}

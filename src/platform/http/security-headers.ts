import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/**
 * Everything from this origin, and nothing that stands in markup: no script, no style attribute, and no style element
 * without the nonce of its page.
 */
const DIRECTIVES: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
}

/** The policy as a header; with the nonce that the page's own style elements carry. */
export function contentPolicy(nonce: string): string {
  const withNonce = { ...DIRECTIVES, 'style-src': ["'self'", `'nonce-${nonce}'`] }
  return Object.entries(withNonce)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join(';')
}

/** On every answer. */
export async function securityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: mutable(DIRECTIVES) },
    referrerPolicy: { policy: 'same-origin' },
    // An office serves plain http on its own network; the proxy that ends TLS sets this header.
    hsts: false,
    crossOriginEmbedderPolicy: false,
  })
  // Many people sit down at one machine: what was answered to one of them is kept nowhere. Routes may say otherwise.
  app.addHook('onRequest', async (request, reply) => {
    if (/^\/api(?:[/?]|$)/.test(request.url)) reply.header('cache-control', 'no-store')
  })
}

const mutable = (directives: typeof DIRECTIVES): Record<string, string[]> =>
  Object.fromEntries(Object.entries(directives).map(([name, values]) => [name, [...values]]))

import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/**
 * Strict content policy: everything from this origin. Only styles may stand inline, because antd writes its
 * css-in-js rules into the page; scripts may not.
 */
export async function securityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    // An office serves plain http on its own network; the proxy that ends TLS sets this header.
    hsts: false,
    crossOriginEmbedderPolicy: false,
  })
}

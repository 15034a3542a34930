import cookie from '@fastify/cookie'
import Fastify, { type FastifyServerOptions } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import packageJson from '../../../package.json' with { type: 'json' }
import type { Clock } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import type { Database } from '../database/index.ts'
import { loadCatalogues } from '../i18n/index.ts'
import type { HttpApp, Module } from '../module.ts'
import { createReadiness, type Metrics, type Readiness } from '../operations/index.ts'
import { permissionTable } from '../permissions.ts'
import { onlyDeclaredBodyTypes } from './body-types.ts'
import { closeWhenLeaving } from './close-when-leaving.ts'
import { countRequests } from './count-requests.ts'
import { onlyDeclaredFields } from './declared-fields.ts'
import { onlyDeclaredResponses } from './declared-responses.ts'
import { errorsToProblems, noSuchRoute } from './errors-to-problems.ts'
import { openApi } from './openapi.ts'
import { rateLimits } from './rate-limits.ts'
import { readableUrl } from './readable-url.ts'
import { repeatedRequests } from './repeated-requests.ts'
import { type RouteEntry, routeRules } from './route-rules.ts'
import { healthRoute } from './routes/health.ts'
import { journalRoute } from './routes/journal.ts'
import { readyRoute } from './routes/ready.ts'
import { securityHeaders } from './security-headers.ts'
import { serializeOnce } from './serialize-once.ts'
import { sessions } from './sessions.ts'
import { onlyStorableText } from './storable-text.ts'
import { tellRequestIds } from './tell-request-ids.ts'
import type { SingleSignOn } from './types.ts'
import { uploads } from './upload.ts'
import { webFiles } from './web-files.ts'

export interface ServerOptions {
  database: Database
  modules: readonly Module[]
  clock: Clock
  /** The folder of the built screens, `web/dist`; left out, only the API is served. */
  web?: string | undefined
  /** The city's OpenID provider; left out, people sign in with passwords only. */
  singleSignOn?: SingleSignOn | undefined
  /** Addresses of proxies that may say for whom they ask, besides this machine's own. */
  trustedProxies?: readonly string[] | undefined
  /** Fails on a response that the route does not declare; on in tests. */
  strict?: boolean
  /** Left out, the disk is not looked at. */
  readiness?: Readiness
  /** Told of each request; left out, nothing is counted. */
  metrics?: Metrics
  logger?: FastifyServerOptions['logger']
}

export type QuarterdeckServer = HttpApp & { readonly routeTable: readonly RouteEntry[] }

/** JSON bodies; a pasted report is the largest. */
const BODY_LIMIT_BYTES = 4 * 1024 * 1024

/** A whole request, its body with it: 20 MB at 70 KB a second. Fastify waits for ever unless it is told. */
const REQUEST_WITHIN_MS = 300_000

/** Above what fits into the 16 KB that Node takes of a request's head. */
const MAX_PARAMETER_LENGTH = 16 * 1024

/**
 * The whole HTTP side of the house: the modules' routes behind sessions, permissions and CSRF, errors as
 * problem+json, OpenAPI, and the screens. Ready for `inject` or `listen`; `close` lets running requests end.
 */
export async function buildServer(options: ServerOptions): Promise<QuarterdeckServer> {
  const { modules } = options
  const app = Fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_WITHIN_MS,
    exposeHeadRoutes: false,
    genReqId: () => newId(),
    rewriteUrl: readableUrl,
    // What is too long for an id or a key is refused by the route's schema, as a problem.
    routerOptions: { maxParamLength: MAX_PARAMETER_LENGTH },
    logger: options.logger ?? false,
    // What comes on a kept connection while we stop is still served: a proxy would pass the 503 on.
    return503OnClosing: false,
    // A proxy that ends TLS on the same machine may say for whom it asks, and those that the settings name.
    trustProxy: ['loopback', ...(options.trustedProxies ?? [])],
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializeOnce)
  app.decorate('singleSignOn', options.singleSignOn)
  const readiness = options.readiness ?? createReadiness(options)
  tellRequestIds(app)
  closeWhenLeaving(app, readiness)
  if (options.metrics) countRequests(app, options.metrics)
  errorsToProblems(app, loadCatalogues(modules))
  app.setNotFoundHandler(noSuchRoute)
  const routeTable = routeRules(app, permissionTable(modules))
  onlyDeclaredBodyTypes(app)
  onlyDeclaredFields(app)
  onlyStorableText(app)
  if (options.strict) onlyDeclaredResponses(app)

  await app.register(cookie)
  await securityHeaders(app)
  sessions(app, options)
  await rateLimits(app, options.database)
  repeatedRequests(app)
  await uploads(app)
  await openApi(app, packageJson.version)

  const typed = app.withTypeProvider() as unknown as HttpApp
  healthRoute(typed, packageJson.version)
  readyRoute(typed, readiness)
  journalRoute(typed)
  for (const module of modules) module.routes?.(typed)
  if (options.web) await webFiles(app, options.web)
  await app.ready()
  return Object.assign(typed, { routeTable })
}

import type { Context, Locale } from '../../kernel/context.ts'
import type { Role } from '../../kernel/permissions.ts'
import type { Trail } from '../database/index.ts'
import type { Account } from '../module.ts'
import type { Tenant } from '../tenants/index.ts'

/** Who is signed in, for the routes that show or end a session. */
export interface OpenSession {
  readonly id: string
  readonly account: Account
  /** What the person must do first; the actor has no permission until then. */
  readonly duties: readonly string[]
  readonly tenant: Tenant
  /** The secret of the cookie; only its hash is stored. */
  readonly token: string
  /** Sent back in `x-csrf-token` with every write. */
  readonly csrfToken: string
}

/** The city's OpenID provider, as the installation's settings name it. */
export interface SingleSignOn {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Where browsers reach us, `https://quarterdeck.example`: the provider sends them back there. */
  readonly publicUrl: string
  /** What the button says. */
  readonly label: string
  /** The role of an account made for a subject that nobody linked; null makes none. */
  readonly defaultRole: Role | null
}

declare module 'fastify' {
  interface FastifyInstance {
    singleSignOn: SingleSignOn | undefined
  }
  interface FastifyContextConfig {
    /** A permission that a module declares, `public` (no session looked up) or `signed-in`. */
    permission?: string
    /** True where a token is refused whatever it was given: what is made there would outlive it. */
    byPersonOnly?: boolean
    /** True where nothing of a tenant is asked for: `request.context` is then not set, no database is needed. */
    withoutTenant?: boolean
    /** True on the routes by which a person does what `duties` asks for. */
    evenWithDuties?: boolean
    /** The answer may be some seconds old, except for what the same person has written: a standby may give it. */
    reads?: 'replica'
    /** True where an answer shows a secret once: it is not kept for a request that is sent again. */
    answerIsSecret?: boolean
    /** True where one request is several writes: sent again before it was answered, it does what is left. */
    isInParts?: boolean
  }
  interface FastifyRequest {
    /** The actor's context; on a public route, that of nobody in the default tenant, with no permission. */
    context: Context
    locale: Locale
    session: OpenSession | undefined
    /** Where this request reads and what it has written; undefined before anybody is known. */
    trail: Trail | undefined
  }
  interface FastifyReply {
    /** Sets the cookie of a new session and makes it the request's own. */
    openSession(token: string): Promise<OpenSession>
    /** Takes the cookie back. */
    closeSession(): void
  }
}

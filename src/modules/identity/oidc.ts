import * as openid from 'openid-client'
import type { SingleSignOn } from '../../platform/http/index.ts'

/** What must come back, kept by the browser in a sealed cookie between leaving and returning. */
export interface Departure {
  state: string
  nonce: string
  verifier: string
}

/** One configuration a process and issuer; asked for again when discovery failed. */
const configurations = new Map<string, Promise<openid.Configuration>>()

function configurationOf(settings: SingleSignOn): Promise<openid.Configuration> {
  const key = `${settings.issuer} ${settings.clientId}`
  const known = configurations.get(key)
  if (known) return known
  const found = discover(settings)
  configurations.set(key, found)
  found.catch(() => configurations.delete(key))
  return found
}

async function discover({ issuer, clientId, clientSecret }: SingleSignOn): Promise<openid.Configuration> {
  const url = new URL(issuer)
  // Plain http is for a provider on this machine only: tests, and a proxy beside us.
  const isLoopback = url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  const execute = isLoopback ? [openid.allowInsecureRequests] : []
  const authentication = openid.ClientSecretBasic(clientSecret)
  const configuration = await openid.discovery(url, clientId, {}, authentication, { execute, timeout: 10 })
  // The signature of the ID token too, not only the connection that it came over.
  openid.enableNonRepudiationChecks(configuration)
  return configuration
}

const redirectUri = ({ publicUrl }: SingleSignOn): string =>
  new URL('/api/session/oidc/callback', publicUrl).href

/** Where to send the browser: authorization code with PKCE (RFC 7636), state and nonce. */
export async function departTo(settings: SingleSignOn): Promise<{ url: string; departure: Departure }> {
  const configuration = await configurationOf(settings)
  const departure = {
    state: openid.randomState(),
    nonce: openid.randomNonce(),
    verifier: openid.randomPKCECodeVerifier(),
  }
  const url = openid.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri(settings),
    scope: 'openid profile',
    state: departure.state,
    nonce: departure.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(departure.verifier),
    code_challenge_method: 'S256',
  })
  return { url: url.href, departure }
}

/** Who has come back. @throws whatever is wrong with state, nonce, code, signature, issuer, audience or times */
export async function arriveFrom(
  settings: SingleSignOn,
  { state, nonce, verifier }: Departure,
  query: string,
): Promise<{ subject: string; username: string | undefined }> {
  const configuration = await configurationOf(settings)
  const tokens = await openid.authorizationCodeGrant(
    configuration,
    new URL(`${redirectUri(settings)}${query}`),
    { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
  )
  const { sub: subject, preferred_username: username } = tokens.claims()!
  if (settings.defaultRole === null || typeof username === 'string') {
    return { subject, username: typeof username === 'string' ? username : undefined }
  }
  // Many providers name people at this address only; it is asked where an account may have to be made.
  const person = await openid.fetchUserInfo(configuration, tokens.access_token, subject)
  return { subject, username: person.preferred_username }
}

import type { FastifyRequest } from 'fastify'

/**
 * What a cookie is called on this connection. Over TLS browsers take a name with such a prefix only from an answer of our own,
 * and with `__Host-` for no other host: no neighbour under the city's domain puts its session in the place of ours
 * (RFC 6265bis, 4.1.3; OWASP ASVS 5.0, 3.3.1).
 */
export function cookieName({ protocol }: Pick<FastifyRequest, 'protocol'>, name: string, path = '/'): string {
  if (protocol !== 'https') return name
  return path === '/' ? `__Host-${name}` : `__Secure-${name}`
}

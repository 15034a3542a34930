const BEARER = /^Bearer qd_([0-9a-f]{32})_([\w-]{43})$/

/** `qd_<tenant>_<secret>`: the tenant stands beside the secret as in the cookie, because no row is read before it is known. */
export function bearerOf(tenantId: string, secret: string): string {
  return `qd_${tenantId.replaceAll('-', '')}_${secret}`
}

/** The tenant and secret of an `Authorization` header; undefined when it is none of ours. */
export function readBearer(header: string): { tenantId: string; secret: string } | undefined {
  const [, hex, secret] = BEARER.exec(header) ?? []
  if (!hex || !secret) return undefined
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
  return { tenantId: parts.join('-'), secret }
}

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const TENANT_BYTES = 16
const SECRET_BYTES = 24

/** A new token of a calendar's address: the tenant, and a secret that nobody can guess. */
export function newCalendarToken(tenantId: string): string {
  const tenant = Buffer.from(tenantId.replaceAll('-', ''), 'hex')
  return Buffer.concat([tenant, randomBytes(SECRET_BYTES)]).toString('base64url')
}

/** The tenant that a token names; undefined for what is no token. */
export function tenantOfToken(token: string): string | undefined {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== TENANT_BYTES + SECRET_BYTES || bytes.toString('base64url') !== token) return undefined
  const hex = bytes.toString('hex', 0, TENANT_BYTES)
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** What is kept of a token. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Whether two hashes are one, in a time that does not tell where they differ. */
export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

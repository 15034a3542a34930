const SHA256 = /^[0-9a-f]{64}$/
const TENANT = /^[0-9a-f-]{36}$/i

/** A tenant's id, fit to stand in a path. @throws Error for anything else */
export function tenantKey(tenantId: string): string {
  if (!TENANT.test(tenantId)) throw new Error(`"${tenantId}" is no tenant's id`)
  return tenantId.toLowerCase()
}

/** `aa/<sha256>`. @throws Error for what is no hash */
export function contentKey(sha256: string): string {
  if (!SHA256.test(sha256)) throw new Error(`"${sha256}" is no SHA-256`)
  return `${sha256.slice(0, 2)}/${sha256}`
}

import { readFileSync } from 'node:fs'
import { invalid } from '../../kernel/errors.ts'
import { CITY_ROLES, type Role } from '../../kernel/permissions.ts'
import type { SingleSignOn } from '../../platform/http/index.ts'

const NAMES = [
  'QUARTERDECK_OIDC_ISSUER',
  'QUARTERDECK_OIDC_CLIENT_ID',
  'QUARTERDECK_OIDC_SECRET_FILE',
  'QUARTERDECK_PUBLIC_URL',
] as const

/** Roles that need no unit: an account that is made by itself belongs to none. */
const WITHOUT_UNIT: readonly Role[] = CITY_ROLES.filter((role) => role !== 'liaison' && role !== 'leader')

/**
 * The city's OpenID provider: all four of QUARTERDECK_OIDC_ISSUER, QUARTERDECK_OIDC_CLIENT_ID,
 * QUARTERDECK_OIDC_SECRET_FILE and QUARTERDECK_PUBLIC_URL, or none. QUARTERDECK_OIDC_LABEL names the button;
 * QUARTERDECK_OIDC_DEFAULT_ROLE makes accounts for unknown subjects.
 * @throws `platform.single-sign-on-incomplete`, `platform.malformed-single-sign-on`
 */
export function readSingleSignOn(env: NodeJS.ProcessEnv): SingleSignOn | undefined {
  const [issuer, clientId, secretFile, publicUrl] = NAMES.map((name) => env[name] || undefined)
  if (!issuer && !clientId && !secretFile) return undefined
  if (!issuer || !clientId || !secretFile || !publicUrl) {
    throw invalid('platform.single-sign-on-incomplete', { missing: NAMES.filter((name) => !env[name]) })
  }
  for (const [name, url] of [
    ['QUARTERDECK_OIDC_ISSUER', issuer],
    ['QUARTERDECK_PUBLIC_URL', publicUrl],
  ] as const) {
    if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
      throw invalid('platform.malformed-single-sign-on', { name })
  }
  const label = env.QUARTERDECK_OIDC_LABEL || new URL(issuer).hostname
  const defaultRole = readRole(env.QUARTERDECK_OIDC_DEFAULT_ROLE)
  return { issuer, clientId, clientSecret: readSecret(secretFile), publicUrl, label, defaultRole }
}

function readRole(value: string | undefined): Role | null {
  if (!value) return null
  const role = WITHOUT_UNIT.find((each) => each === value)
  if (!role) throw invalid('platform.malformed-single-sign-on', { name: 'QUARTERDECK_OIDC_DEFAULT_ROLE' })
  return role
}

/** The secret stands in a file, so that it is in no list of processes and in no unit file. */
function readSecret(path: string): string {
  const name = 'QUARTERDECK_OIDC_SECRET_FILE'
  let text: string
  try {
    text = readFileSync(path, 'utf8').trim()
  } catch {
    throw invalid('platform.malformed-single-sign-on', { name })
  }
  if (text === '') throw invalid('platform.malformed-single-sign-on', { name })
  return text
}

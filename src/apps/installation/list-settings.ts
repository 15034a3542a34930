import { z } from 'zod'
import table from './settings-table.json' with { type: 'json' }

const Row = z.object({
  name: z.string(),
  default: z.string().optional(),
  /** An address may hold a password, a secret is one. */
  kind: z.enum(['address', 'addresses', 'secret']).optional(),
})

export interface ListedSetting {
  name: string
  /** As it holds, masked where it is secret; empty when there is none. */
  value: string
  /** By the environment; otherwise it is the default. */
  isGiven: boolean
}

const MASK = '…'

/** Every setting of an installation, by name. */
export function listSettings(env: NodeJS.ProcessEnv): ListedSetting[] {
  return z
    .array(Row)
    .parse(table)
    .map(({ name, kind, default: usual = '' }) => {
      const given = env[name] || undefined
      return { name, value: given === undefined ? usual : masked(given, kind), isGiven: given !== undefined }
    })
}

function masked(value: string, kind: z.infer<typeof Row>['kind']): string {
  if (kind === 'secret') return MASK
  if (kind === undefined) return value
  if (kind === 'addresses')
    return value
      .split(',')
      .map((each) => masked(each.trim(), 'address'))
      .join(',')
  try {
    const address = new URL(value)
    // Query parameters may carry a password, too.
    const query = [...address.searchParams.keys()].map((key) => `${key}=${MASK}`).join('&')
    const user = address.username ? `${address.username}${address.password && `:${MASK}`}@` : ''
    return `${address.protocol}//${user}${address.host}${address.pathname}${query && `?${query}`}`
  } catch {
    return MASK
  }
}

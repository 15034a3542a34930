import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { invalid } from '../../kernel/errors.ts'
import type { StandbyOptions } from '../../platform/database/index.ts'
import { type FieldCipher, parseFieldCipher } from '../../platform/field-cipher.ts'
import { DEFAULT_MAX_BYTES } from '../../platform/files/index.ts'
import type { SingleSignOn } from '../../platform/http/index.ts'
import { type HashAlgorithm, parseHashAlgorithm } from '../../platform/journal/index.ts'
import { type Retention, readRetention } from '../../platform/partitions/index.ts'
import { readSingleSignOn } from './single-sign-on.ts'
import { readStandbys } from './standbys-setting.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

export const ROLES_OF_PROCESS = ['all', 'web', 'worker'] as const

/** What a process does: requests, jobs, or both. */
export type ProcessRole = (typeof ROLES_OF_PROCESS)[number]

export interface Settings {
  /** `all` when left out. */
  role?: ProcessRole
  /** Where health, readiness and metrics are told; undefined: nowhere. */
  operations?: { host: string; port: number } | undefined
  /** How long the process still serves after it was told to stop, saying that it is not ready. */
  drainMs?: number
  /** How long requests that run when it takes no more may still run, before their connections are cut; 2 s when left out. */
  finishMs?: number
  /** Queries that take longer are logged, without their values; undefined: none. */
  slowQueryMs?: number | undefined
  host: string
  port: number
  /** What the installation keeps on disk: the embedded server, its secret, the sample sign-ins, handed-in files. */
  dataFolder: string
  databaseUrl: string | undefined
  /** Where the embedded server's log is archived, for a restore to a moment; nowhere when left out. */
  walArchive?: string | undefined
  /** How many backups are kept that are written before an upgrade; 3 when left out, 0 writes none. */
  upgradeBackups?: number
  /** Standbys of the database that reads may go to which tolerate it; all go to the database when left out. */
  standbys?: StandbyOptions | undefined
  /** How large a handed-in file may be; 20 MB when left out. */
  maxFileBytes?: number
  /** By which algorithm new entries of the journal are hashed; SHA-256 when left out. */
  journalHash?: HashAlgorithm
  /** For how many months what is kept; for ever when left out. */
  retention?: Retention
  /** Where a worker puts what is older than it is kept, each night; it leaves that to people when left out. */
  retainTo?: string | undefined
  /** By which cipher fields at rest are sealed from now on; AES-256-GCM when left out. */
  fieldCipher?: FieldCipher
  /** The city's OpenID provider; people sign in with passwords only when left out. */
  singleSignOn?: SingleSignOn | undefined
  /** Proxies besides this machine's own that may say for whom they ask. */
  trustedProxies?: readonly string[]
  /** False makes and prints no sample accounts: a real city's are made by its people. True when left out. */
  sampleAccounts?: boolean
  /** The data pack of the city that is made at the first start. */
  pack: string
  /** The built screens; undefined while they are not built. */
  web: string | undefined
}

/** Of a worker that nobody gave another one. */
const OPERATIONS_PORT = '9464'

/**
 * HOST, PORT, QUARTERDECK_DATA, DATABASE_URL, QUARTERDECK_PACK, QUARTERDECK_FILE_LIMIT_MB, QUARTERDECK_JOURNAL_HASH,
 * QUARTERDECK_TRUSTED_PROXIES (addresses or networks with commas between), and what `readSingleSignOn` reads.
 * @throws `platform.malformed-port`, `platform.malformed-database-url`, `platform.malformed-file-limit`,
 * `platform.malformed-journal-hash`, `platform.no-sm3`, `platform.malformed-role`, `platform.malformed-drain`, `platform.malformed-slow-query`,
 * `platform.role-needs-database`, `platform.malformed-proxy`, `platform.malformed-sample-accounts`, what `readSingleSignOn` and `readStandbys` throw
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const web = join(ROOT, 'web/dist')
  const role = readRole(env)
  return {
    role,
    operations: readOperations(role, env),
    drainMs: readSeconds(env, 'QUARTERDECK_DRAIN_SECONDS', 0),
    finishMs: readSeconds(env, 'QUARTERDECK_FINISH_SECONDS', 2),
    slowQueryMs: readSlowQuery(env.QUARTERDECK_SLOW_QUERY_MS),
    host: env.HOST || '127.0.0.1',
    port: readPort('PORT', env.PORT || '8080'),
    dataFolder: resolve(env.QUARTERDECK_DATA || join(ROOT, '.data')),
    databaseUrl: readDatabaseUrl(env.DATABASE_URL),
    upgradeBackups: readUpgradeBackups(env.QUARTERDECK_UPGRADE_BACKUPS),
    walArchive: env.QUARTERDECK_WAL_ARCHIVE ? resolve(env.QUARTERDECK_WAL_ARCHIVE) : undefined,
    standbys: readStandbys(env),
    maxFileBytes: readFileLimit(env.QUARTERDECK_FILE_LIMIT_MB),
    journalHash: parseHashAlgorithm(env.QUARTERDECK_JOURNAL_HASH),
    retention: readRetention(env),
    retainTo: env.QUARTERDECK_RETAIN_TO ? resolve(env.QUARTERDECK_RETAIN_TO) : undefined,
    fieldCipher: parseFieldCipher(env.QUARTERDECK_FIELD_CIPHER),
    singleSignOn: readSingleSignOn(env),
    trustedProxies: readProxies(env.QUARTERDECK_TRUSTED_PROXIES),
    sampleAccounts: readSampleAccounts(env.QUARTERDECK_SAMPLE_ACCOUNTS),
    pack: env.QUARTERDECK_PACK || 'shanghai',
    web: existsSync(join(web, 'index.html')) ? web : undefined,
  }
}

/** Several processes need a database that belongs to none of them. */
function readRole(env: NodeJS.ProcessEnv): ProcessRole {
  const value = env.QUARTERDECK_ROLE || 'all'
  const role = ROLES_OF_PROCESS.find((each) => each === value)
  if (!role) throw invalid('platform.malformed-role', { value, available: ROLES_OF_PROCESS })
  if (role !== 'all' && !env.DATABASE_URL) throw invalid('platform.role-needs-database', { role })
  return role
}

function readOperations(role: ProcessRole, env: NodeJS.ProcessEnv): Settings['operations'] {
  const value = env.QUARTERDECK_OPS_PORT || (role === 'worker' ? OPERATIONS_PORT : '')
  return value
    ? { host: env.QUARTERDECK_OPS_HOST || '127.0.0.1', port: readPort('QUARTERDECK_OPS_PORT', value) }
    : undefined
}

function readSlowQuery(value: string | undefined): number | undefined {
  if (!value) return undefined
  if (!/^\d{1,6}$/.test(value)) throw invalid('platform.malformed-slow-query', { value })
  return Number(value)
}

const LONGEST_STOP_S = 300

function readSeconds(env: NodeJS.ProcessEnv, name: string, usual: number): number {
  const value = env[name] || String(usual)
  if (!/^\d+$/.test(value) || Number(value) > LONGEST_STOP_S)
    throw invalid('platform.malformed-drain', { name, value, most: LONGEST_STOP_S })
  return Number(value) * 1000
}

/** 0 lets the system choose a free one. */
function readPort(name: string, value: string): number {
  const port = Number(value)
  if (!/^\d+$/.test(value) || port > 65_535) throw invalid('platform.malformed-port', { name, value })
  return port
}

/** Without the right ones every person seems to come from the proxy's address, and one who guesses locks all out. */
function readProxies(value = ''): string[] {
  const proxies = value.split(',').flatMap((each) => each.trim() || [])
  const wrong = proxies.find((each) => {
    const [address = '', bits] = each.split('/')
    const most = isIP(address) === 4 ? 32 : 128
    return isIP(address) === 0 || (bits !== undefined && !(/^\d+$/.test(bits) && Number(bits) <= most))
  })
  if (wrong !== undefined) throw invalid('platform.malformed-proxy', { value: wrong })
  return proxies
}

/** No more than the upload itself takes. */
function readFileLimit(value: string | undefined): number {
  const most = DEFAULT_MAX_BYTES / 1024 / 1024
  if (!value) return DEFAULT_MAX_BYTES
  const megabytes = Number(value)
  if (!/^\d+$/.test(value) || megabytes < 1 || megabytes > most)
    throw invalid('platform.malformed-file-limit', { value, most })
  return megabytes * 1024 * 1024
}

function readUpgradeBackups(value = '3'): number {
  if (!/^\d{1,2}$/.test(value || '3')) throw invalid('platform.malformed-upgrade-backups', { value })
  return Number(value || '3')
}

function readSampleAccounts(value = ''): boolean {
  if (!['', 'made', 'none'].includes(value)) throw invalid('platform.malformed-sample-accounts', { value })
  return value !== 'none'
}

/** Not shown when it is refused: it may hold a password. */
function readDatabaseUrl(value: string | undefined): string | undefined {
  if (!value) return undefined
  if (!/^postgres(ql)?:\/\//.test(value)) throw invalid('platform.malformed-database-url')
  return value
}

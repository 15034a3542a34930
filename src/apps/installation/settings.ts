import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { invalid } from '../../kernel/errors.ts'
import { DEFAULT_MAX_BYTES } from '../../platform/files/index.ts'
import type { SingleSignOn } from '../../platform/http/index.ts'
import { type HashAlgorithm, parseHashAlgorithm } from '../../platform/journal/index.ts'
import { readSingleSignOn } from './single-sign-on.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

export interface Settings {
  host: string
  port: number
  /** What the installation keeps on disk: the embedded server, its secret, the sample sign-ins, handed-in files. */
  dataFolder: string
  databaseUrl: string | undefined
  /** How large a handed-in file may be; 20 MB when left out. */
  maxFileBytes?: number
  /** By which algorithm new entries of the journal are hashed; SHA-256 when left out. */
  journalHash?: HashAlgorithm
  /** The city's OpenID provider; people sign in with passwords only when left out. */
  singleSignOn?: SingleSignOn | undefined
  /** Proxies besides this machine's own that may say for whom they ask. */
  trustedProxies?: readonly string[]
  /** The data pack of the city that is made at the first start. */
  pack: string
  /** The built screens; undefined while they are not built. */
  web: string | undefined
}

/**
 * HOST, PORT, QUARTERDECK_DATA, DATABASE_URL, QUARTERDECK_PACK, QUARTERDECK_FILE_LIMIT_MB, QUARTERDECK_JOURNAL_HASH,
 * QUARTERDECK_TRUSTED_PROXIES (addresses or networks with commas between), and what `readSingleSignOn` reads.
 * @throws `platform.malformed-port`, `platform.malformed-database-url`, `platform.malformed-file-limit`,
 * `platform.malformed-journal-hash`, `platform.no-sm3`, `platform.malformed-proxy`, what `readSingleSignOn` throws
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const web = join(ROOT, 'web/dist')
  return {
    host: env.HOST || '127.0.0.1',
    port: readPort(env.PORT),
    dataFolder: resolve(env.QUARTERDECK_DATA || join(ROOT, '.data')),
    databaseUrl: readDatabaseUrl(env.DATABASE_URL),
    maxFileBytes: readFileLimit(env.QUARTERDECK_FILE_LIMIT_MB),
    journalHash: parseHashAlgorithm(env.QUARTERDECK_JOURNAL_HASH),
    singleSignOn: readSingleSignOn(env),
    trustedProxies: readProxies(env.QUARTERDECK_TRUSTED_PROXIES),
    pack: env.QUARTERDECK_PACK || 'shanghai',
    web: existsSync(join(web, 'index.html')) ? web : undefined,
  }
}

/** 0 lets the system choose a free one. */
function readPort(value = '8080'): number {
  const port = Number(value || '8080')
  if (!/^\d*$/.test(value) || port > 65_535) throw invalid('platform.malformed-port', { value })
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

/** Not shown when it is refused: it may hold a password. */
function readDatabaseUrl(value: string | undefined): string | undefined {
  if (!value) return undefined
  if (!/^postgres(ql)?:\/\//.test(value)) throw invalid('platform.malformed-database-url')
  return value
}

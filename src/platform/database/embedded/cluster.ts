import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { invalid } from '../../../kernel/errors.ts'
import type { Binaries } from './binaries.ts'
import type { Notice } from './notice.ts'
import type { ServerUser } from './server-user.ts'

export const SUPERUSER = 'quarterdeck'

interface ClusterOptions {
  home: string
  cluster: string
  binaries: Binaries
  user: ServerUser
  notice: Notice
}

/**
 * Makes the cluster on the first start and returns the password of its superuser. It is made beside
 * its place and moved there when complete, so that an interrupted first start leaves nothing half made.
 */
export async function ensureCluster(options: ClusterOptions): Promise<string> {
  const { home, cluster, binaries, user, notice } = options
  const passwordFile = join(home, 'password')
  if (existsSync(cluster)) return (await readFile(passwordFile, 'utf8')).trim()
  notice('platform.cluster-new', { folder: home })
  const password = randomBytes(24).toString('hex')
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })

  // initdb, as the server's user, makes its files in a folder of that user and reads the password there.
  const workshop = join(home, 'cluster.new')
  await rm(workshop, { recursive: true, force: true })
  await mkdir(workshop, { mode: 0o700 })
  const handover = join(workshop, 'password')
  await writeFile(handover, password, { mode: 0o600 })
  if (user) for (const path of [workshop, handover]) await chown(path, user.uid, user.gid)

  const made = join(workshop, 'cluster')
  await runFirstThatWorks(LOCALES, async (locale) => {
    await rm(made, { recursive: true, force: true })
    const args = [...COMMON, ...locale, `--pwfile=${handover}`, '-D', made]
    await run(join(binaries, 'initdb'), args, user)
  })
  await rename(made, cluster)
  await rm(workshop, { recursive: true, force: true })
  return password
}

const COMMON = ['--encoding=UTF8', `--username=${SUPERUSER}`, '--auth=scram-sha-256', '--no-instructions']

/**
 * Chinese in the order of its pinyin where the build has ICU, and C.UTF-8 character classes, without
 * which pg_trgm finds no trigram in Chinese (DEPENDENCIES.md, locale trap). macOS has no C.UTF-8.
 */
const LOCALES = ['C.UTF-8', 'en_US.UTF-8', 'C'].flatMap((name) => [
  [`--locale=${name}`, '--locale-provider=icu', '--icu-locale=zh-Hans'],
  [`--locale=${name}`],
])

async function runFirstThatWorks<T>(
  choices: readonly T[],
  attempt: (choice: T) => Promise<void>,
): Promise<void> {
  let failure: unknown
  for (const choice of choices) {
    try {
      return await attempt(choice)
    } catch (error) {
      failure ??= error
    }
  }
  throw failure
}

async function run(command: string, args: readonly string[], user: ServerUser): Promise<void> {
  const child = spawn(command, args, { ...user, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
  const output: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) {
    throw invalid('platform.postgres-failed', { reason: Buffer.concat(output).toString().trim().slice(-600) })
  }
}

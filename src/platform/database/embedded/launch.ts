import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { invalid } from '../../../kernel/errors.ts'
import type { Binaries } from './binaries.ts'
import { SUPERUSER } from './cluster.ts'
import { ensureDatabase } from './ensure-database.ts'
import { freePort } from './free-port.ts'
import { memorySettings } from './memory-settings.ts'
import type { ServerUser } from './server-user.ts'

export interface LaunchOptions {
  home: string
  cluster: string
  binaries: Binaries
  user: ServerUser
  password: string
  settings: Readonly<Record<string, string>>
  /** Of a server that comes back where it was known; a free one without it. */
  port?: number
}

export interface Launched {
  url: string
  pid: number
  port: number
  /** Settles when the process has ended, for whatever reason. */
  ended: Promise<void>
  stop(): Promise<void>
}

const ATTEMPTS = 20
/** Recovery after a crash on a slow disk takes its time; a server that says nothing at all is given up. */
const READY_LIMIT_MS = 300_000
const LARGEST_LOG = 5_000_000

/** Worth another try: somebody took the port meanwhile, or the last children of a killed server are leaving. */
const PASSING =
  /could not bind|Address already in use|could not create any TCP|pre-existing shared memory|lock file .* already exists/

/** Starts the server on loopback and waits until it takes connections. @throws `platform.postgres-failed` */
export async function launch(options: LaunchOptions): Promise<Launched> {
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort())
    const log = rotateLog(join(options.home, 'server.log'))
    const from = log.size
    const child = spawnServer(options, port, log.descriptor)
    closeSync(log.descriptor)
    if (await becomesReady(child, options.cluster)) return launched(child, port, options.password)
    const reason = readFileSync(log.path).subarray(from).toString().trim()
    if (attempt === ATTEMPTS || !PASSING.test(reason))
      throw invalid('platform.postgres-failed', { reason: reason.slice(-600) || 'no answer' })
    await sleep(250)
  }
}

function spawnServer(options: LaunchOptions, port: number, log: number): ChildProcess {
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'on',
    max_connections: '60',
    ...memorySettings(totalmem()),
    ...options.settings,
  }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return spawn(join(options.binaries, 'postgres'), ['-D', options.cluster, ...args], {
    ...options.user,
    cwd: '/',
    stdio: ['ignore', log, log],
    // In a session of its own: Ctrl-C in the terminal reaches only us, and we stop it after our own work.
    detached: true,
    env: { ...process.env, PGDATA: undefined, PGPORT: undefined, PGOPTIONS: undefined },
  })
}

/** The server writes `ready` on the eighth line of its pid file, which needs no connection to read. */
async function becomesReady(child: ChildProcess, cluster: string): Promise<boolean> {
  let hasFailed = false
  child.once('error', () => {
    hasFailed = true
  })
  for (let waitedMs = 0; waitedMs < READY_LIMIT_MS; waitedMs += 10) {
    if (hasFailed || child.exitCode !== null || child.signalCode !== null) return false
    if (isReady(child.pid, cluster)) return true
    await sleep(10)
  }
  child.kill('SIGQUIT')
  return false
}

function isReady(pid: number | undefined, cluster: string): boolean {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

async function launched(child: ChildProcess, port: number, password: string): Promise<Launched> {
  // When the process ends without `stop`, at least tell the server; a kill -9 leaves an orphan.
  const farewell = () => child.kill('SIGINT')
  process.once('exit', farewell)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  void ended.then(() => process.removeListener('exit', farewell))
  const admin = `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`
  await ensureDatabase(admin, 'quarterdeck')
  return {
    url: admin.replace(/\/postgres$/, '/quarterdeck'),
    pid: child.pid!,
    port,
    ended,
    stop: () => stopChild(child),
  }
}

/** Fast, then immediate, then by force: the data is safe in every case, only recovery takes longer. */
async function stopChild(child: ChildProcess): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.kill(signal)
    await Promise.race([ended, sleep(20_000, undefined, { ref: false })])
  }
}

function rotateLog(path: string): { path: string; descriptor: number; size: number } {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size > LARGEST_LOG) renameSync(path, `${path}.1`)
  return { path, descriptor: openSync(path, 'a', 0o600), size: size > LARGEST_LOG ? 0 : size }
}

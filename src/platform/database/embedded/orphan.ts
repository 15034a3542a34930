import { execFileSync } from 'node:child_process'
import { readFile, readlink, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { conflict } from '../../../kernel/errors.ts'
import type { Notice } from './notice.ts'

/** How long a fast stop may take before the immediate one, which recovers from the log at the next start. */
const FAST_STOP_MS = 15_000
const IMMEDIATE_STOP_MS = 15_000

/**
 * Stops the server that a killed parent left behind. We hold the folder's lock, so a live one has no
 * parent. A process that only happens to have its number is left alone, and the stale file is removed.
 */
export async function stopOrphan(cluster: string, notice: Notice): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid')
  const pid = await readPid(pidFile)
  if (pid === undefined || !isAlive(pid)) return
  if (!(await isServerOf(pid, cluster))) {
    await rm(pidFile, { force: true })
    return
  }
  notice('platform.orphan-found', { pid })
  for (const [signal, limitMs] of [
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', IMMEDIATE_STOP_MS],
  ] as const) {
    signalIfAlive(pid, signal)
    if (await hasEnded(pid, limitMs)) return
  }
  throw conflict('platform.orphan-stays', { pid })
}

async function readPid(pidFile: string): Promise<number | undefined> {
  const text = await readFile(pidFile, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const pid = Number.parseInt(text, 10)
  return Number.isSafeInteger(pid) && pid > 1 ? pid : undefined
}

/** Linux says which program a process runs and where it stands; elsewhere `ps` shows its command line. */
async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const [program, folder] = await Promise.all(
      ['exe', 'cwd'].map((name) => readlink(`/proc/${pid}/${name}`).catch(() => '')),
    )
    return basename((program ?? '').replace(/ \(deleted\)$/, '')) === 'postgres' && folder === cluster
  }
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(cluster)
  } catch {
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function signalIfAlive(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function hasEnded(pid: number, limitMs: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < limitMs; waitedMs += 20) {
    if (!isAlive(pid)) return true
    await sleep(20)
  }
  return false
}

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** PostgreSQL and Patroni refuse to be root; of another user only root can start something. */
export function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((text) => text.startsWith('postgres:'))
  const [, , uid, gid] = line?.split(':') ?? []
  if (!uid || !gid) throw new Error('There is no user "postgres": deploy/ha/install brings it')
  return { uid: Number(uid), gid: Number(gid) }
}

export interface Start {
  command: readonly string[]
  log: string
  env?: Record<string, string>
  user?: { uid: number; gid: number } | undefined
}

const started: ChildProcess[] = []

/** Starts a process whose words go to a log; `endAll` ends what is left. */
export function start({ command, log, env = {}, user }: Start): ChildProcess {
  const [program = '', ...args] = command
  const output = openSync(log, 'a')
  const child = spawn(program, args, {
    cwd: '/',
    stdio: ['ignore', output, output],
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8', ...env },
    ...user,
  })
  closeSync(output)
  child.on('error', (error) => process.stderr.write(`${program}: ${error.message}\n`))
  started.push(child)
  return child
}

export function runToEnd(command: readonly string[], env: Record<string, string | undefined> = {}): string {
  const [program = '', ...args] = command
  const done = spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, ...env } })
  if (done.status !== 0) throw new Error(`${command.join(' ')} ended with ${done.status}: ${done.stderr}`)
  return done.stdout.trim()
}

/** The pid in the first line of `postmaster.pid`, while such a process is there. */
export function postmasterOf(folder: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[0])
    return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres') ? pid : undefined
  } catch {
    return undefined
  }
}

/** A process and all that came of it. */
export function withChildren(pid: number): number[] {
  const found = [pid]
  for (const parent of found) {
    try {
      const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim()
      if (children) found.push(...children.split(' ').map(Number))
    } catch {
      // It has ended meanwhile.
    }
  }
  return found
}

export function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name)
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** Ours that still run: the number of one that has ended may be another's by now. */
const alive = () => started.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)

export async function endAll(folders: readonly string[]): Promise<void> {
  const all = alive()
  const postmasters = folders.flatMap((folder) => postmasterOf(folder) ?? [])
  const pids = [...all.flatMap(({ pid }) => pid ?? []), ...postmasters].flatMap(withChildren)
  signal(pids, 'SIGCONT')
  const ended = all.map((child) => new Promise((resolve) => child.once('exit', resolve)))
  signal(pids, 'SIGKILL')
  await Promise.all(ended)
}

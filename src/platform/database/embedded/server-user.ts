import { spawnSync } from 'node:child_process'
import { chmod, mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Whom the server runs as; undefined: as ourselves. */
export type ServerUser = { uid: number; gid: number } | undefined

/**
 * PostgreSQL refuses to run as root, so root hands it to the owner of an existing cluster, otherwise
 * to `nobody`, which is in the password file of every system (initdb asks for the name).
 */
export async function chooseServerUser(folder: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return undefined
  const cluster = await stat(join(folder, 'cluster')).catch(() => undefined)
  if (cluster && cluster.uid !== 0) return { uid: cluster.uid, gid: cluster.gid }
  const passwords = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const line = passwords.split('\n').find((text) => text.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':') ?? []
  // macOS writes nobody as -2; unsigned that is the id the kernel uses.
  return { uid: Number(uid ?? 65534) >>> 0, gid: Number(gid ?? 65534) >>> 0 }
}

/** Whether the server's user can enter a folder, by trying it as that user. */
export function canEnter(folder: string, user: ServerUser): boolean {
  if (!user) return true
  const { status } = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
    ...user,
    cwd: '/',
    stdio: 'ignore',
  })
  return status === 0
}

/** Makes a folder that others may pass through, whatever the umask. */
export async function makeReachable(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o711)
}

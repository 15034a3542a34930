import { chmodSync, chownSync, cpSync, readdirSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ServerUser } from './server-user.ts'

/** What was copied of a cluster: its files, and the password of its superuser. */
export interface ClusterCopy {
  /** The folder with `PG_VERSION`. */
  cluster: string
  password: string
}

/** Puts a copied cluster where a server will find it, ready to replay its log. */
export async function placeCluster(
  copy: ClusterCopy,
  { home, cluster, user }: { home: string; cluster: string; user: ServerUser },
): Promise<void> {
  await mkdir(cluster, { mode: 0o700 })
  cpSync(copy.cluster, cluster, { recursive: true, verbatimSymlinks: true })
  await mkdir(join(cluster, 'pg_wal'), { recursive: true, mode: 0o700 })
  await writeFile(join(cluster, 'recovery.signal'), '')
  await writeFile(join(home, 'password'), `${copy.password}\n`, { mode: 0o600 })
  give(cluster, user)
}

/** The mode of what was copied is that of the copy; PostgreSQL wants its own. */
function give(folder: string, user: ServerUser): void {
  chmodSync(folder, 0o700)
  if (user) chownSync(folder, user.uid, user.gid)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) give(path, user)
    else if (user) chownSync(path, user.uid, user.gid)
  }
}

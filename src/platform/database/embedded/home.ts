import { createHash } from 'node:crypto'
import { chmod, lstat, mkdir, mkdtemp, realpath, rmdir, symlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { invalid } from '../../../kernel/errors.ts'
import type { Notice } from './notice.ts'
import { canEnter, makeReachable, type ServerUser } from './server-user.ts'

interface HomeOptions {
  folder: string
  user: ServerUser
  elsewhere: string
  notice: Notice
}

/**
 * The real folder that holds cluster, password, lock and log. Usually `folder` itself; when the
 * server's user cannot reach that (a clone under /root, mode 700), a folder under `elsewhere` to
 * which `folder` becomes a link. The real path is what is locked, so two links cannot share a cluster.
 */
export async function settleHome({ folder, user, elsewhere, notice }: HomeOptions): Promise<string> {
  const wanted = resolve(folder)
  await mkdir(dirname(wanted), { recursive: true })
  const existing = await lstat(wanted).catch(() => undefined)
  if (existing?.isSymbolicLink()) return settleLinked(wanted)
  if (!existing) {
    await mkdir(wanted, { mode: 0o711 })
    await chmod(wanted, 0o711)
  }
  const home = await realpath(wanted)
  if (canEnter(home, user)) return home
  if (existing) throw invalid('platform.folder-not-reachable', { folder: wanted })
  return moveElsewhere({ wanted, user, elsewhere, notice })
}

/** The link may come from a data folder that was copied without what it points to. */
async function settleLinked(wanted: string): Promise<string> {
  return realpath(wanted).catch(() => {
    throw invalid('platform.folder-link-broken', { folder: wanted })
  })
}

async function moveElsewhere(options: {
  wanted: string
  user: ServerUser
  elsewhere: string
  notice: Notice
}): Promise<string> {
  const { wanted, user, elsewhere, notice } = options
  const hash = createHash('sha256').update(wanted).digest('hex').slice(0, 12)
  await makeReachable(elsewhere)
  // Always a new one: whoever deleted the link before wanted to begin anew.
  const target = await mkdtemp(join(elsewhere, `${hash}-`))
  await makeReachable(target)
  if (!canEnter(target, user)) throw invalid('platform.folder-not-reachable', { folder: target })
  await rmdir(wanted)
  await symlink(target, wanted)
  notice('platform.cluster-elsewhere', { folder: wanted, target })
  return realpath(target)
}

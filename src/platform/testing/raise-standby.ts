import { spawnSync } from 'node:child_process'
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { locateBinaries } from '../database/embedded/binaries.ts'
import { startEmbedded } from '../database/embedded/index.ts'
import { launch } from '../database/embedded/launch.ts'
import { chooseServerUser } from '../database/embedded/server-user.ts'
import { onServer } from './admin.ts'
import { watchOver } from './watch-over.ts'

export interface Pair {
  primaryUrl: string
  /** Raises the standby from what the primary holds by now, and answers its address. */
  raise(): Promise<string>
  stopStandby(): Promise<void>
  stop(): Promise<void>
}

/** Thrown away after the test; the log that a standby asks for is kept. */
const SETTINGS = { fsync: 'off', full_page_writes: 'on', wal_keep_size: '256MB', shared_buffers: '64MB' }

/**
 * A primary of our own and a standby that streams from it, both of the PostgreSQL that npm brought. That has no
 * `pg_basebackup`: the folder is copied between `pg_backup_start` and `pg_backup_stop` (PostgreSQL, Making a Base
 * Backup Using the Low Level API).
 */
export async function raisePrimary(): Promise<Pair> {
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-standby-'))
  await chmod(folder, 0o711)
  const endWatch = watchOver(folder)
  const home = join(folder, 'postgres')
  const primary = await startEmbedded({ folder: home, settings: SETTINGS })
  const { port, password } = new URL(primary.url)
  let standby: Awaited<ReturnType<typeof launch>> | undefined

  async function raise(): Promise<string> {
    const user = await chooseServerUser(home)
    const [from, to] = [join(home, 'cluster'), join(folder, 'cluster')]
    await onServer(primary.url, async (client) => {
      await client.query("select pg_backup_start('standby', true)")
      const copied = spawnSync('cp', ['-a', from, to])
      if (copied.status !== 0) throw new Error(`cp: ${copied.stderr}`)
      const { rows } = await client.query('select labelfile from pg_backup_stop(false)')
      await rm(join(to, 'postmaster.pid'))
      for (const [name, text] of Object.entries({ backup_label: rows[0].labelfile, 'standby.signal': '' })) {
        await writeFile(join(to, name), text)
        if (user) await chown(join(to, name), user.uid, user.gid)
      }
    })
    standby = await launch({
      home: folder,
      cluster: to,
      binaries: await locateBinaries({ user, elsewhere: '/var/lib/quarterdeck', notice: () => {} }),
      user,
      password,
      settings: {
        ...SETTINGS,
        primary_conninfo: `host=127.0.0.1 port=${port} user=quarterdeck password=${password}`,
        wal_receiver_status_interval: '1s',
      },
    })
    return standby.url
  }

  return {
    primaryUrl: primary.url,
    raise,
    async stopStandby() {
      await standby?.stop()
    },
    async stop() {
      await standby?.stop()
      await primary.stop()
      await rm(folder, { recursive: true, force: true })
      endWatch()
    },
  }
}

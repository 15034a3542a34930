import { existsSync } from 'node:fs'
import { chmod, chown, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { invalid } from '../../../kernel/errors.ts'
import { canEnter, type ServerUser } from './server-user.ts'

/** After this long a piece of the log that is not full is archived as well: what a lost disk takes at most. */
const AT_LATEST = '300s'

/**
 * Settings by which the server copies each finished piece of its log to a folder: packed, written beside and moved into
 * place once it is on the disk, never over another. One that is there already must be the same: after a crash the server
 * hands over what it had (PostgreSQL 18, 25.3.1).
 */
export function archiveSettings(folder: string): Readonly<Record<string, string>> {
  const place = `'${folder}/%f.gz'`
  const command = [
    `if test -e ${place}; then gzip -dc ${place} | cmp -s - '%p'; else`,
    `gzip -1 -c '%p' > '${folder}/%f.part' && sync '${folder}/%f.part' &&`,
    `mv '${folder}/%f.part' ${place} && sync '${folder}'; fi`,
  ].join(' ')
  return { archive_mode: 'on', archive_command: command, archive_timeout: AT_LATEST }
}

/** Settings of a start that replays the archive: up to an instant, or to its end. */
export function replaySettings(folder: string, to: string | undefined): Readonly<Record<string, string>> {
  const place = `'${folder}/%f.gz'`
  return {
    restore_command: `test -e ${place} && gzip -dc ${place} > '%p'`,
    recovery_target_action: 'promote',
    hot_standby: 'off',
    // The server takes an offset only: to it `Z` is an abbreviation, which it cannot look up so early.
    ...(to !== undefined && { recovery_target_time: to.replace('T', ' ').replace('Z', '+00:00') }),
  }
}

/** Makes the folder the server's own. @throws `platform.archive-folder-refused` */
export async function prepareArchive(folder: string, user: ServerUser): Promise<void> {
  // It stands inside commands of a shell that PostgreSQL fills in itself.
  if (!/^\/[^'"%\\\n]+$/.test(folder)) throw refused(folder, 'name')
  if (!existsSync(folder)) {
    // Those above are not the server's: it must only be able to pass through.
    await mkdir(dirname(folder), { recursive: true, mode: 0o755 })
      .then(() => mkdir(folder, { mode: 0o700 }))
      .catch((error) => {
        throw refused(folder, (error as NodeJS.ErrnoException).code ?? String(error))
      })
    if (user) await chown(folder, user.uid, user.gid)
    await chmod(folder, 0o700)
  }
  if (!canEnter(folder, user)) throw refused(folder, 'EACCES')
}

const refused = (folder: string, reason: string) =>
  invalid('platform.archive-folder-refused', { folder, reason })

import { DatabaseSync } from 'node:sqlite'
import { conflict } from '../../../kernel/errors.ts'

export interface Lock {
  release(): void
}

/**
 * Holds a lock file for as long as this process lives. SQLite's exclusive lock is a lock of the
 * operating system on an open file: the kernel drops it when the process ends, by kill -9 too, so there
 * is no stale lock to detect and no moment between looking and taking. Node has no `flock` of its own.
 *
 * @throws `platform.folder-in-use` when another start holds it; details name its process where known.
 */
export function takeLock(file: string, folder: string, holder: () => { pid: number } | undefined): Lock {
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    database.exec('begin exclusive')
  } catch (error) {
    database.close()
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error
    throw conflict('platform.folder-in-use', { folder, pid: holder()?.pid ?? '?' })
  }
  let isHeld = true
  return {
    release() {
      if (isHeld) database.close()
      isHeld = false
    },
  }
}

const SQLITE_BUSY = 5

import { closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { conflict } from '../../../kernel/errors.ts'

interface LockOptions {
  /** As the person named it, for the refusal. */
  folder: string
  patienceMs: number
  holder: () => number | undefined
}

export interface Lock {
  release(): void
}

const SQLITE_BUSY = 5

/**
 * Holds a lock file for as long as this process lives. SQLite's exclusive lock is a lock of the
 * operating system on an open file: the kernel drops it when the process ends, by kill -9 too, so there
 * is no stale lock to detect and no moment between looking and taking. Node has no `flock` of its own.
 *
 * @throws `platform.folder-in-use` when another start holds it; details name its process where known.
 */
export async function takeLock(file: string, options: LockOptions): Promise<Lock> {
  const { folder, patienceMs, holder } = options
  for (let waitedMs = 0; ; waitedMs += 100) {
    const lock = tryLock(file)
    if (lock) return lock
    if (waitedMs >= patienceMs) throw conflict('platform.folder-in-use', { folder, pid: holder() ?? '?' })
    await sleep(100)
  }
}

function tryLock(file: string): Lock | undefined {
  createPrivate(file)
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    database.exec('begin exclusive')
  } catch (error) {
    database.close()
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error
    return undefined
  }
  let isHeld = true
  return {
    release() {
      if (isHeld) database.close()
      isHeld = false
    },
  }
}

/** `wx` does not open a file that is there: closing one would drop the lock that this process may hold on it. */
function createPrivate(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

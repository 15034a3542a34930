import { lchownSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** An entry of a tenant's journal that was once its newest. */
export interface Anchor {
  seq: number
  hash: string
}

/**
 * Remembers outside the database how far each tenant's journal has reached, so that putting an earlier
 * state back in SQL, with a head that was once right, is found too.
 */
export interface Anchors {
  find(tenantId: string): Anchor | undefined
  note(tenantId: string, anchor: Anchor): void
  /** Writes what has not been written yet. */
  flush(): void
}

/** A write soon after, not at each commit: an older anchor is weaker by moments, never wrong. */
const WRITE_AFTER_MS = 200
const TRY_AGAIN_AFTER_MS = 5000

/** Kept in `file` (mode 0600), or only in memory without one. */
export function createAnchors(file: string | undefined): Anchors {
  const known = new Map<string, Anchor>()
  let timer: NodeJS.Timeout | undefined

  function merge(from: Iterable<[string, Anchor]>): void {
    for (const [tenantId, anchor] of from) {
      if (anchor.seq > (known.get(tenantId)?.seq ?? 0)) known.set(tenantId, anchor)
    }
  }

  /** A disk that is full for a while must not end the server: what is known is kept, and written when there is room. */
  function tryFlush(): void {
    try {
      flush()
    } catch {
      timer ??= setTimeout(tryFlush, TRY_AGAIN_AFTER_MS).unref()
    }
  }

  function flush(): void {
    clearTimeout(timer)
    if (!file || timer === undefined) return
    timer = undefined
    // Another process may have noted more meanwhile.
    merge(readAnchors(file))
    mkdirSync(dirname(file), { recursive: true })
    const part = `${file}.${process.pid}`
    // Anew, and through no link: the folder may be somebody else's than who writes.
    rmSync(part, { force: true })
    writeFileSync(part, `${JSON.stringify(Object.fromEntries(known), null, 2)}\n`, {
      mode: 0o600,
      flag: 'wx',
    })
    ownLike(dirname(file), part)
    renameSync(part, file)
  }

  return {
    find(tenantId) {
      if (file) merge(readAnchors(file))
      return known.get(tenantId)
    },
    note(tenantId, anchor) {
      merge([[tenantId, anchor]])
      timer ??= setTimeout(tryFlush, WRITE_AFTER_MS).unref()
    },
    flush,
  }
}

/** A command that root gives in the folder of a service leaves a file that the service can read, or it would note nothing more. */
function ownLike(folder: string, file: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(folder)
  lchownSync(file, uid, gid)
}

function readAnchors(file: string): [string, Anchor][] {
  try {
    return Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Anchor>)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

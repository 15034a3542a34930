import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readdirSync, readSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'

export interface CopiedFile {
  /** Below the target's root, with `/`. */
  path: string
  bytes: number
  sha256: string
}

interface CopyTree {
  from: string
  to: string
  /** What the paths are told from. */
  root: string
  /** Paths below `from` that are left out; a folder stays, empty. */
  leaveOut?: (path: string) => boolean
}

const CHUNK_BYTES = 1024 * 1024

/**
 * Copies files as they are at this moment; one that goes meanwhile is left out. `flushTree` puts them on the disk. Without
 * waiting in between: a cluster is thousands of small files, and this is a command's own process.
 */
export function copyTree({ from, to, root, leaveOut = () => false }: CopyTree): CopiedFile[] {
  const copied: CopiedFile[] = []
  const chunk = Buffer.alloc(CHUNK_BYTES)
  function copyFolder(folder: string): void {
    mkdirSync(join(to, folder), { recursive: true, mode: 0o700 })
    const entries = unlessMissing(() => readdirSync(join(from, folder), { withFileTypes: true })) ?? []
    for (const entry of entries) {
      const path = join(folder, entry.name)
      if (leaveOut(path)) {
        if (entry.isDirectory()) mkdirSync(join(to, path), { recursive: true, mode: 0o700 })
      } else if (entry.isDirectory()) copyFolder(path)
      else if (entry.isFile()) {
        const file = unlessMissing(() => copyFile(join(from, path), join(to, path), chunk))
        if (file) copied.push({ path: relative(root, join(to, path)).replaceAll('\\', '/'), ...file })
      }
    }
  }
  copyFolder('')
  return copied
}

function copyFile(from: string, to: string, chunk: Buffer): Omit<CopiedFile, 'path'> {
  const source = openSync(from, 'r')
  try {
    const target = openSync(to, 'wx', 0o600)
    try {
      const hash = createHash('sha256')
      let bytes = 0
      for (;;) {
        const read = readSync(source, chunk, 0, CHUNK_BYTES, null)
        if (read === 0) return { bytes, sha256: hash.digest('hex') }
        const part = chunk.subarray(0, read)
        hash.update(part)
        writeFileSync(target, part)
        bytes += read
      }
    } finally {
      closeSync(target)
    }
  } finally {
    closeSync(source)
  }
}

function unlessMissing<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return undefined
  }
}

/** Waits until everything below a folder is on the disk: one call for thousands of small files. */
export async function flushTree(folder: string): Promise<void> {
  const flush = promisify(execFile)
  await flush('sync', ['-f', folder]).catch(() => flush('sync', []))
}

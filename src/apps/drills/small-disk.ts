import { execFileSync } from 'node:child_process'
import { chmodSync, closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

export interface SmallDisk {
  readonly folder: string
  /** Takes what is free, but for a few kilobytes. */
  fill(): void
  /** Gives it back. */
  clear(): void
  remove(): void
}

/** A file system in memory, of so many megabytes; undefined where this machine does not let us mount one (root on Linux may). */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  mkdirSync(folder, { recursive: true })
  // The embedded server is not root's: where it cannot enter, it keeps its data elsewhere, on a disk that is never full.
  chmodSync(dirname(folder), 0o711)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', folder], {
      stdio: 'ignore',
    })
  } catch {
    return undefined
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    fill() {
      const file = openSync(filler, 'a')
      try {
        for (const part of [Buffer.alloc(1024 * 1024), Buffer.alloc(4096)]) {
          const { bavail, bsize } = statfsSync(folder)
          for (let left = bavail * bsize; left >= part.length; left -= part.length) writeSync(file, part)
        }
      } catch (error) {
        // Somebody else took the last of it meanwhile.
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      } finally {
        closeSync(file)
      }
    },
    clear: () => rmSync(filler, { force: true }),
    remove() {
      execFileSync('umount', ['--lazy', folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

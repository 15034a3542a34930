import type { BackupProgress } from '../../platform/backup/index.ts'
import { megabytes } from './megabytes.ts'
import type { Shell } from './shell.ts'

const TOLD_EVERY_BYTES = 64 * 1024 * 1024

/** A line for each so many bytes, on standard error, so that what is printed stays one line, or JSON. */
export function backupProgress({ text }: Shell, code: string): (progress: BackupProgress) => void {
  let told = 0
  return ({ rows, files, bytes }) => {
    if (bytes < told + TOLD_EVERY_BYTES) return
    told = bytes
    process.stderr.write(`${text(code, { rows, files, bytes: megabytes(bytes) })}\n`)
  }
}

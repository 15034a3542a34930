import { CodedError } from '../../kernel/errors.ts'
import type { FileStore, FoundFile } from './file-store.ts'

interface MoveFiles {
  readonly from: FileStore
  readonly to: FileStore
  readonly tenantIds: readonly string[]
  /** Takes each away from where it was, once it was read back whole from where it is now. */
  readonly remove?: boolean
  readonly onProgress?: (moved: MovedFiles) => void
}

export interface MovedFiles {
  moved: number
  bytes: number
  /** By an earlier call, or handed in again. */
  alreadyThere: number
  removed: number
  /** SHA-256 of those that are not what their name says, or went meanwhile; they stay where they are. */
  damaged: string[]
}

/**
 * Copies every file from one store to another by its hash, each verified on the way. Called again, it goes on where it broke
 * off; the server may go on meanwhile.
 */
export async function moveFiles(options: MoveFiles): Promise<MovedFiles> {
  const { from, to, tenantIds, remove = false, onProgress } = options
  const told: MovedFiles = { moved: 0, bytes: 0, alreadyThere: 0, removed: 0, damaged: [] }

  async function copy(file: FoundFile): Promise<void> {
    const content = await from.open(file.tenantId, file, { verifyHash: true })
    try {
      const { sha256 } = await to.put(file.tenantId, content)
      if (sha256 !== file.sha256) throw new Error(`"${file.sha256}" changed while it was read`)
    } finally {
      content.destroy()
    }
    told.moved += 1
    told.bytes += file.bytes
  }

  async function move(file: FoundFile, isThere: boolean): Promise<void> {
    if (isThere) told.alreadyThere += 1
    else await copy(file)
    if (!remove) return
    const content = await to.open(file.tenantId, file, { verifyHash: true })
    content.destroy()
    await from.remove(file.tenantId, file)
    told.removed += 1
  }

  for (const tenantId of tenantIds) {
    const there = new Map<string, number>()
    for await (const { sha256, bytes } of to.list([tenantId])) there.set(sha256, bytes)
    for await (const file of from.list([tenantId])) {
      try {
        await move(file, there.get(file.sha256) === file.bytes)
      } catch (error) {
        if (!(error instanceof CodedError)) throw error
        told.damaged.push(file.sha256)
      }
      onProgress?.(told)
    }
  }
  return told
}

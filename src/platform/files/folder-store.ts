import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { conflict, notFound } from '../../kernel/errors.ts'
import { contentKey, tenantKey } from './file-key.ts'
import { DEFAULT_MAX_BYTES, type FileContent, type FileStore, type StoredFile } from './file-store.ts'
import { listStoredFiles } from './list-stored-files.ts'
import { measured } from './measured.ts'

interface FolderStoreOptions {
  /** Outside anything that is served, `.data/files`. */
  folder: string
  maxBytes?: number
}

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Files as `<folder>/<tenant>/<aa>/<sha256>`, readable by this user only. A file is written under another name,
 * brought to the disk and then renamed, so that nothing half-written ever has the name of a hash. The same content
 * again replaces itself, which also mends a copy that was damaged.
 */
export function createFolderStore({ folder, maxBytes = DEFAULT_MAX_BYTES }: FolderStoreOptions): FileStore {
  async function put(tenantId: string, content: FileContent): Promise<StoredFile> {
    const base = join(folder, tenantKey(tenantId))
    const incoming = join(base, 'incoming')
    await mkdir(incoming, { recursive: true, mode: 0o700 })
    const part = join(incoming, randomUUID())
    try {
      const stored = await writePart(part, content, maxBytes)
      await settle(part, join(base, contentKey(stored.sha256)))
      return stored
    } catch (error) {
      await rm(part, { force: true })
      throw error
    }
  }

  return {
    place: 'folder',
    maxBytes,
    put,
    async open(tenantId, file, { verifyHash = false } = {}) {
      const path = join(folder, tenantKey(tenantId), contentKey(file.sha256))
      const handle = await openStored(path, file)
      try {
        await checkStored(handle, file, verifyHash)
      } catch (error) {
        await handle.close()
        throw error
      }
      return handle.createReadStream({ start: 0 })
    },
    async *list(tenantIds) {
      for await (const file of listStoredFiles(folder)) if (tenantIds.includes(file.tenantId)) yield file
    },
    remove: (tenantId, { sha256 }) =>
      rm(join(folder, tenantKey(tenantId), contentKey(sha256)), { force: true }),
    async sweep(tenantIds) {
      for (const tenantId of tenantIds) await sweepIncoming(join(folder, tenantKey(tenantId), 'incoming'))
    },
    async check() {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const part = join(folder, `check-${randomUUID()}`)
      await (await open(part, 'wx', 0o600)).close()
      await rm(part)
    },
  }
}

async function writePart(part: string, content: FileContent, maxBytes: number): Promise<StoredFile> {
  const handle = await open(part, 'wx', 0o600)
  try {
    const { parts, stored } = measured(content, maxBytes)
    for await (const chunk of parts) await handle.writeFile(chunk)
    await handle.sync()
    return stored()
  } finally {
    await handle.close()
  }
}

/** The name counts once the folder that holds it is on the disk as well. */
async function settle(part: string, path: string): Promise<void> {
  const folder = dirname(path)
  const made = await mkdir(folder, { recursive: true, mode: 0o700 })
  await rename(part, path)
  await syncFolder(folder)
  if (made) await syncFolder(dirname(folder))
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** By the clock of the file system itself: the folder may stand on another machine. */
async function sweepIncoming(incoming: string): Promise<void> {
  const names = await readdir(incoming).catch(() => [])
  if (names.length === 0) return
  const mark = join(incoming, randomUUID())
  await (await open(mark, 'wx', 0o600)).close()
  const now = (await stat(mark)).mtimeMs
  for (const name of names) {
    const path = join(incoming, name)
    const found = await stat(path).catch(() => undefined)
    if (found && now - found.mtimeMs > DAY_MS) await rm(path, { force: true })
  }
  await rm(mark, { force: true })
}

async function openStored(path: string, { sha256 }: StoredFile): Promise<FileHandle> {
  try {
    return await open(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw notFound('platform.file-lost', { sha256 })
    throw error
  }
}

async function checkStored(handle: FileHandle, file: StoredFile, verifyHash: boolean): Promise<void> {
  const { size } = await handle.stat()
  let isSame = size === file.bytes
  if (isSame && verifyHash) {
    const hash = createHash('sha256')
    const stream = handle.createReadStream({ start: 0, autoClose: false })
    for await (const chunk of stream) hash.update(chunk as Buffer)
    isSame = hash.digest('hex') === file.sha256
  }
  if (!isSame) throw conflict('platform.file-altered', { sha256: file.sha256 })
}

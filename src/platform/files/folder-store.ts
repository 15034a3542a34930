import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { conflict, notFound } from '../../kernel/errors.ts'
import { checkFileSize } from './file-limit.ts'
import { DEFAULT_MAX_BYTES, type FileContent, type FileStore, type StoredFile } from './file-store.ts'

interface FolderStoreOptions {
  /** Outside anything that is served, `.data/files`. */
  folder: string
  maxBytes?: number
}

const SHA256 = /^[0-9a-f]{64}$/
const TENANT = /^[0-9a-f-]{36}$/i
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Files as `<folder>/<tenant>/<aa>/<sha256>`, readable by this user only. A file is written under another name,
 * brought to the disk and then renamed, so that nothing half-written ever has the name of a hash. The same content
 * again replaces itself, which also mends a copy that was damaged.
 */
export function createFolderStore({ folder, maxBytes = DEFAULT_MAX_BYTES }: FolderStoreOptions): FileStore {
  let swept: Promise<void> | undefined

  async function put(tenantId: string, content: FileContent): Promise<StoredFile> {
    const base = tenantFolder(folder, tenantId)
    const incoming = join(base, 'incoming')
    await mkdir(incoming, { recursive: true, mode: 0o700 })
    const part = join(incoming, randomUUID())
    try {
      const stored = await writePart(part, content, maxBytes)
      swept ??= sweep(incoming, part)
      await swept
      await settle(part, pathOf(base, stored.sha256))
      return stored
    } catch (error) {
      await rm(part, { force: true })
      throw error
    }
  }

  return {
    maxBytes,
    put,
    async open(tenantId, file, { verifyHash = false } = {}) {
      const handle = await openStored(pathOf(tenantFolder(folder, tenantId), file.sha256), file)
      try {
        await checkStored(handle, file, verifyHash)
      } catch (error) {
        await handle.close()
        throw error
      }
      return handle.createReadStream({ start: 0 })
    },
  }
}

function tenantFolder(folder: string, tenantId: string): string {
  if (!TENANT.test(tenantId)) throw new Error(`"${tenantId}" is no tenant's id`)
  return join(folder, tenantId.toLowerCase())
}

function pathOf(base: string, sha256: string): string {
  if (!SHA256.test(sha256)) throw new Error(`"${sha256}" is no SHA-256`)
  return join(base, sha256.slice(0, 2), sha256)
}

async function writePart(part: string, content: FileContent, maxBytes: number): Promise<StoredFile> {
  const handle = await open(part, 'wx', 0o600)
  try {
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      bytes += chunk.length
      if (bytes > maxBytes) checkFileSize(bytes, maxBytes)
      hash.update(chunk)
      await handle.writeFile(chunk)
    }
    checkFileSize(bytes, maxBytes)
    await handle.sync()
    return { sha256: hash.digest('hex'), bytes }
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

/** Removes what uploads left that were cut off a day ago or earlier, by the clock of the file system itself. */
async function sweep(incoming: string, newest: string): Promise<void> {
  const now = (await stat(newest)).mtimeMs
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    const found = await stat(path).catch(() => undefined)
    if (found && now - found.mtimeMs > DAY_MS) await rm(path, { force: true })
  }
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

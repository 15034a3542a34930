import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FoundFile } from './file-store.ts'

const TENANT = /^[0-9a-f-]{36}$/
const SHA256 = /^[0-9a-f]{64}$/

/** Every file of a folder store, tenant by tenant; what is only being written is left out. */
export async function* listStoredFiles(folder: string): AsyncGenerator<FoundFile> {
  for (const tenantId of (await namesIn(folder)).filter((name) => TENANT.test(name))) {
    for (const start of await namesIn(join(folder, tenantId))) {
      if (start.length !== 2) continue
      const names = await namesIn(join(folder, tenantId, start))
      for (const sha256 of names.filter((name) => SHA256.test(name)))
        yield { tenantId, sha256, bytes: (await stat(join(folder, tenantId, start, sha256))).size }
    }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

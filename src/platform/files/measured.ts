import { createHash } from 'node:crypto'
import { checkFileSize } from './file-limit.ts'
import type { FileContent, StoredFile } from './file-store.ts'

/**
 * Passes content on while it is counted and hashed; `stored` tells both once it has come to its end.
 * @throws `platform.file-empty`, `platform.file-over-limit` while it is read
 */
export function measured(content: FileContent, maxBytes: number) {
  const hash = createHash('sha256')
  let bytes = 0
  async function* parts(): AsyncGenerator<Uint8Array> {
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      bytes += chunk.length
      if (bytes > maxBytes) checkFileSize(bytes, maxBytes)
      hash.update(chunk)
      yield chunk
    }
    checkFileSize(bytes, maxBytes)
  }
  return { parts: parts(), stored: (): StoredFile => ({ sha256: hash.digest('hex'), bytes }) }
}

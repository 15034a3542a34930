import type { Context } from '../../kernel/context.ts'
import type { StoredFile } from './file-store.ts'
import { filesOf } from './files-of.ts'
import { type InspectedFile, inspectFile } from './inspect/inspect-file.ts'

export interface ReceivedFile extends StoredFile, InspectedFile {}

/** Looks a handed-in file over and keeps it. @throws what `inspectFile` throws; then nothing is kept */
export async function receiveFile(
  ctx: Context,
  file: { fileName: string; bytes: Uint8Array },
): Promise<ReceivedFile> {
  const files = filesOf(ctx)
  const inspected = await inspectFile({ ...file, maxBytes: files.maxBytes })
  return { ...inspected, ...(await files.put(file.bytes)) }
}

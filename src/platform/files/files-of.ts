import type { Readable } from 'node:stream'
import type { Context } from '../../kernel/context.ts'
import { databaseOf } from '../database/index.ts'
import type { FileContent, OpenOptions, StoredFile } from './file-store.ts'

/** The files of one tenant. Who may see which is for the module that keeps the references. */
export interface Files {
  readonly maxBytes: number
  put(content: FileContent): Promise<StoredFile>
  open(file: StoredFile, options?: OpenOptions): Promise<Readable>
}

/**
 * The store behind a context, for its tenant. Put a file before the transaction that refers to it: a roll-back then
 * leaves content that nothing names, never a reference to what is not there.
 */
export function filesOf(ctx: Context): Files {
  const { files } = databaseOf(ctx)
  if (!files) throw new Error('This database was opened without a file store')
  return {
    maxBytes: files.maxBytes,
    put: (content) => files.put(ctx.tenantId, content),
    open: (file, options) => files.open(ctx.tenantId, file, options),
  }
}

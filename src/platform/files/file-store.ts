import type { Readable } from 'node:stream'

/** A file is known by its content; whoever keeps a reference keeps both. */
export interface StoredFile {
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string
  readonly bytes: number
}

export type FileContent = Uint8Array | AsyncIterable<Uint8Array>

/** A file that a store has, whoever refers to it. */
export interface FoundFile extends StoredFile {
  readonly tenantId: string
}

/** What QUARTERDECK_FILES names. */
export const FILE_PLACES = ['folder', 'postgres', 's3'] as const
export type FilePlace = (typeof FILE_PLACES)[number]

/**
 * A place where files are kept, apart for each tenant, each content once. What `put` has returned is on the disk
 * of that place; what it has not returned does not exist.
 */
export interface FileStore {
  readonly place: FilePlace
  /** More than this is refused while it is written. */
  readonly maxBytes: number
  /** @throws `platform.file-empty`, `platform.file-over-limit` */
  put(tenantId: string, content: FileContent): Promise<StoredFile>
  /**
   * Opens for reading once the length is what it was; with `verifyHash` the whole content is hashed first.
   * @throws `platform.file-lost`, `platform.file-altered`
   */
  open(tenantId: string, file: StoredFile, options?: OpenOptions): Promise<Readable>
  /** Every file of these tenants; what is only being written is left out. */
  list(tenantIds: readonly string[]): AsyncIterable<FoundFile>
  /** Lets go of a file that is kept elsewhere now; one that is not there is no failure. */
  remove(tenantId: string, file: StoredFile): Promise<void>
  /** Removes what uploads left that were cut off a day ago or earlier. */
  sweep(tenantIds: readonly string[]): Promise<void>
  /** @throws Error when the place cannot be reached or written */
  check(): Promise<void>
}

export interface OpenOptions {
  readonly verifyHash?: boolean
}

/** What a person may hand in at most, unless the installation sets less (QUARTERDECK_FILE_LIMIT_MB). */
export const DEFAULT_MAX_BYTES = 20 * 1024 * 1024

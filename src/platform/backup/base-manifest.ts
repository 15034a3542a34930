import { z } from 'zod'
import { BackupHeader } from './manifest.ts'

/** Raised when an older program could no longer read what is written. */
export const BASE_FORMAT = 1

/** `base.json` in the folder of a base backup: what must be known before anything is copied. */
export const BaseManifest = z.object({
  format: z.int(),
  quarterdeck: z.string(),
  postgresql: z.string(),
  startedAt: z.iso.datetime(),
  /** By the database's clock: an earlier moment cannot be restored from it. */
  finishedAt: z.iso.datetime(),
  /** From here on the archive must be there. */
  firstSegment: z.string(),
  migrations: BackupHeader.shape.migrations,
  tenants: BackupHeader.shape.tenants,
  heads: BackupHeader.shape.heads,
  secretCheck: z.string(),
  /** Every file below `cluster` and `files`, as it was copied. */
  files: z.array(z.object({ path: z.string(), bytes: z.int(), sha256: z.string() })),
})
export type BaseManifest = z.infer<typeof BaseManifest>

export const BASE_MANIFEST = 'base.json'

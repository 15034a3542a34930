import { z } from 'zod'
import { FILE_PLACES } from '../files/index.ts'

/** Raised when an older program could no longer read what is written. */
export const BACKUP_FORMAT = 1

const Migration = z.object({ module: z.string(), number: z.int(), file: z.string(), hash: z.string() })

/** A table without its generated columns, as `schema.table` in two parts. */
const Table = z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()) })

/** A partition of a table, by a key that belongs into it. */
const Partition = z.object({
  schema: z.string(),
  name: z.string(),
  type: z.enum(['timestamptz', 'uuid', 'int4']),
  key: z.string(),
})

/** A sequence with where it stands. */
const Sequence = z.object({ schema: z.string(), name: z.string(), value: z.string(), isCalled: z.boolean() })

/** The first entry of an archive: what must be known before anything is written. */
export const BackupHeader = z.object({
  format: z.int(),
  quarterdeck: z.string(),
  postgresql: z.string(),
  startedAt: z.iso.datetime(),
  migrations: z.array(Migration),
  tables: z.array(Table),
  /** Absent in backups from before there were any. */
  partitions: z.array(Partition).optional(),
  sequences: z.array(Sequence),
  /** Where handed-in files were kept, and whether they are in here: as entries, or as rows. Absent in older backups. */
  files: z.object({ place: z.enum(FILE_PLACES), isCarried: z.boolean() }).optional(),
  tenants: z.array(z.object({ id: z.uuid(), key: z.string() })),
  /** How far each journal had reached, for the anchors of the restored installation. */
  heads: z.record(z.uuid(), z.object({ seq: z.int(), hash: z.string() })),
  /** Says whether a secret is the one of this installation, without telling it. */
  secretCheck: z.string(),
  databaseBytes: z.int(),
})
export type BackupHeader = z.infer<typeof BackupHeader>
export type BackupTable = z.infer<typeof Table>

/** The last entry: what the archive must come to. */
export const BackupSeal = z.object({
  rows: z.record(z.string(), z.int()),
  files: z.object({ count: z.int(), bytes: z.int() }),
  /** Of everything before this entry. */
  sha256: z.string(),
})
export type BackupSeal = z.infer<typeof BackupSeal>

export const HEADER_NAME = 'backup.json'
export const SECRET_NAME = 'secret'
export const SEAL_NAME = 'seal.json'

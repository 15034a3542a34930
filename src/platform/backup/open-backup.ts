import { createReadStream } from 'node:fs'
import { CodedError, conflict, invalid, notFound } from '../../kernel/errors.ts'
import { planMigrations, readMigrations } from '../database/index.ts'
import type { Module } from '../module.ts'
import { type ReadEntry, readArchive } from './archive-reader.ts'
import { BACKUP_FORMAT, BackupHeader, HEADER_NAME, SECRET_NAME } from './manifest.ts'

export interface OpenBackup {
  header: BackupHeader
  secret: Buffer | undefined
  /** What follows; to be read to its end or left. */
  entries: AsyncGenerator<ReadEntry>
}

/**
 * Reads the beginning of a backup, before anything is written anywhere.
 * @throws `platform.backup-not-found`, `platform.backup-not-ours`, `platform.backup-damaged`, `platform.backup-too-new`;
 * what `planMigrations` throws when its migrations are not those of this program
 */
export async function openBackup(file: string, modules: readonly Module[]): Promise<OpenBackup> {
  const entries = withFailures(file)
  try {
    const header = await readHeader(file, entries)
    const files = await readMigrations(modules)
    const unknown = header.migrations.find(
      ({ module, number }) => !files.some((own) => own.module === module && own.number === number),
    )
    if (unknown) throw conflict('platform.backup-too-new', { version: header.quarterdeck })
    planMigrations(files, header.migrations)
    const second = await entries.next()
    if (second.done) throw invalid('platform.backup-damaged', { reason: 'no seal' })
    const isSecret = second.value.name === SECRET_NAME
    const rest = isSecret ? entries : startingWith(second.value, entries)
    return { header, secret: isSecret ? second.value.body : undefined, entries: rest }
  } catch (error) {
    await entries.return(undefined)
    throw error
  }
}

async function readHeader(file: string, entries: AsyncGenerator<ReadEntry>): Promise<BackupHeader> {
  const first = await entries.next().catch((error) => {
    // What is no gzip at all fails at its first bytes.
    if (error instanceof CodedError && error.code === 'platform.backup-damaged') throw notOurs(file)
    throw error
  })
  if (first.done || first.value.name !== HEADER_NAME) throw notOurs(file)
  const value = fromJson(first.value.body)
  if (value === undefined) throw invalid('platform.backup-damaged', { reason: HEADER_NAME })
  if (value.format !== BACKUP_FORMAT)
    throw conflict('platform.backup-too-new', { version: value.quarterdeck ?? '?' })
  const parsed = BackupHeader.safeParse(value)
  if (!parsed.success) throw invalid('platform.backup-damaged', { reason: HEADER_NAME })
  return parsed.data
}

function fromJson(body: Buffer): { format?: number; quarterdeck?: string } | undefined {
  try {
    return JSON.parse(body.toString()) ?? undefined
  } catch {
    return undefined
  }
}

async function* withFailures(file: string): AsyncGenerator<ReadEntry> {
  const stream = createReadStream(file)
  await new Promise<void>((resolve, reject) => {
    stream.once('open', () => resolve())
    stream.once('error', (error: NodeJS.ErrnoException) =>
      reject(notFound('platform.backup-not-found', { file, reason: error.code ?? error.message })),
    )
  })
  yield* readArchive(stream)
}

async function* startingWith(first: ReadEntry, rest: AsyncGenerator<ReadEntry>): AsyncGenerator<ReadEntry> {
  yield first
  yield* rest
}

const notOurs = (file: string) => invalid('platform.backup-not-ours', { file })

import { createReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { z } from 'zod'
import { forbidden, invalid } from '../../kernel/errors.ts'
import { readArchive } from '../backup/archive-reader.ts'
import { writeArchive } from '../backup/archive-writer.ts'
import { copyOut } from '../backup/copy-out.ts'
import { openClient } from '../backup/open-client.ts'
import type { Database } from '../database/index.ts'
import type { Partition } from './list-partitions.ts'

const Header = z.object({
  format: z.literal(1),
  table: z.string(),
  partition: z.string(),
  from: z.string(),
  until: z.string(),
  columns: z.array(z.string()),
  archivedAt: z.iso.datetime(),
})

const Seal = z.object({ rows: z.int(), sha256: z.string() })

export interface Archived {
  header: z.infer<typeof Header>
  rows: number
  /** Of everything in the archive before its seal. */
  sha256: string
}

/** A row by the names of its columns; null stands for SQL's. */
export type ArchivedRow = Readonly<Record<string, string | null>>

/**
 * Writes what a partition holds into a new file, rows as PostgreSQL's own text in the order of their key, sealed by a
 * SHA-256: a gzipped tar like a backup. Under another name until it is whole and on the disk.
 * @throws `platform.backup-not-allowed` when row-level security would hide rows from this login
 */
export async function writePartition(
  database: Database,
  { table, name, from, until }: Partition,
  { file, archivedAt }: { file: string; archivedAt: string },
): Promise<void> {
  const client = await openClient(database.url)
  const part = `${file}.part`
  await rm(part, { force: true })
  await using to = await open(part, 'wx', 0o600)
  const archive = writeArchive(to)
  try {
    await client.query('begin isolation level repeatable read read only')
    // Rows that a policy would hide are an error instead; no partition has one, so the owner must stand above them.
    await client.query('set local row_security = off')
    const { rows: columns } = await client.query<{ name: string; key: number | null }>(
      `select attname as name, array_position(indkey::int[], attnum::int) as key
       from pg_attribute join pg_index on indrelid = attrelid and indisprimary
       where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
      [name],
    )
    const quotedNames = columns.map((column) => client.escapeIdentifier(column.name))
    const key = columns
      .filter((column) => column.key !== null)
      .toSorted((one, other) => one.key! - other.key!)
      .map((column) => client.escapeIdentifier(column.name))
    const header: Archived['header'] = {
      format: 1,
      table,
      partition: name,
      from,
      until,
      columns: columns.map((column) => column.name),
      archivedAt,
    }
    await archive.add('partition.json', Buffer.from(`${JSON.stringify(header, null, 1)}\n`))
    let [chunk, count] = [0, 0]
    const select = `copy (select ${quotedNames.join(', ')} from ${name} order by ${key.join(', ')}) to stdout`
    for await (const { bytes, rows } of copyOut(client, select)) {
      await archive.add(`rows/${String(chunk++).padStart(6, '0')}`, bytes)
      count += rows
    }
    const seal: z.infer<typeof Seal> = { rows: count, sha256: archive.digest() }
    await archive.add('seal.json', Buffer.from(`${JSON.stringify(seal)}\n`))
    await archive.finish()
    await rename(part, file)
  } catch (error) {
    await archive.abandon()
    await rm(part, { force: true })
    if ((error as { code?: string }).code === '42501') throw forbidden('platform.backup-not-allowed')
    throw error
  } finally {
    await client.end()
  }
}

/**
 * Reads an archive to its seal, a row at a time. @throws `platform.archive-damaged` when it does not come to its seal
 */
export async function readPartition(file: string, take: (row: ArchivedRow) => void): Promise<Archived> {
  const damaged = (reason: string) => invalid('platform.archive-damaged', { file, reason })
  let header: Archived['header'] | undefined
  let rows = 0
  const entries = readArchive(createReadStream(file))
  try {
    for await (const { name, body, digestBefore } of entries) {
      if (!header) {
        header = Header.parse(JSON.parse(body.toString()))
      } else if (name === 'seal.json') {
        const seal = Seal.parse(JSON.parse(body.toString()))
        if (seal.sha256 !== digestBefore || seal.rows !== rows) throw damaged('SHA-256')
        return { header, rows, sha256: seal.sha256 }
      } else {
        const { columns } = header
        for (const line of body.toString().split('\n').slice(0, -1)) {
          rows += 1
          const values = line.split('\t').map(decoded)
          take(Object.fromEntries(columns.map((column, index) => [column, values[index] ?? null])))
        }
      }
    }
  } catch (error) {
    if (error instanceof Error && 'kind' in error) throw error
    throw damaged(error instanceof Error ? error.message : String(error))
  }
  throw damaged('no seal')
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

/** A value as COPY writes it (PostgreSQL, COPY, "Text Format"). */
const decoded = (value: string): string | null =>
  value === '\\N' ? null : value.replace(/\\(.)/gs, (_, letter: string) => ESCAPES[letter] ?? letter)

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'

export interface MigrationFile {
  module: string
  number: number
  /** The file's name, `0001-units.sql`. */
  file: string
  sql: string
  /** SHA-256 of the text with `\n` line ends. */
  hash: string
}

const NAME = /^(\d{4})-[a-z0-9-]+\.sql$/

/** The migrations of a module in order. @throws Error on a name that is not `0001-what.sql` or a number used twice. */
export async function readMigrationFiles(module: string, folder: URL): Promise<MigrationFile[]> {
  const base = folder.href.endsWith('/') ? folder : new URL(`${folder.href}/`)
  const names = (await readdir(base)).filter((name) => name.endsWith('.sql')).sort()
  const files = await Promise.all(names.map((name) => readMigrationFile(module, name, base)))
  const twice = files.find((file, index) => file.number === files[index - 1]?.number)
  if (twice) throw new Error(`Migration number ${twice.number} of "${module}" stands on two files`)
  return files
}

async function readMigrationFile(module: string, file: string, base: URL): Promise<MigrationFile> {
  const match = NAME.exec(file)
  if (!match) throw new Error(`Migration "${file}" of "${module}" is not named like "0001-what.sql"`)
  const sql = (await readFile(new URL(file, base), 'utf8')).replaceAll('\r\n', '\n')
  return { module, number: Number(match[1]), file, sql, hash: createHash('sha256').update(sql).digest('hex') }
}

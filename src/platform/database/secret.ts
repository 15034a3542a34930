import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { invalid } from '../../kernel/errors.ts'

const SHORTEST = 16

/**
 * The secret that keys the journal and the session cookies: QUARTERDECK_SECRET, or the file `secret`
 * (mode 0600) of the data folder, made on first use. It must outlive the database and stay out of it.
 *
 * @throws `platform.secret-too-short` below 16 characters.
 */
export async function loadSecret(dataFolder: string, env: NodeJS.ProcessEnv = process.env): Promise<Buffer> {
  const text = env.QUARTERDECK_SECRET ?? (await secretFile(join(dataFolder, 'secret')))
  if (text.length < SHORTEST) throw invalid('platform.secret-too-short', { shortest: SHORTEST })
  return Buffer.from(text)
}

async function secretFile(path: string): Promise<string> {
  await mkdir(join(path, '..'), { recursive: true })
  try {
    // `wx`: of two processes that start at once, one writes and the other reads what it wrote.
    await writeFile(path, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return (await readFile(path, 'utf8')).trim()
}

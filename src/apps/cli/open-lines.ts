import { once } from 'node:events'
import { open, rename, rm } from 'node:fs/promises'
import { conflict, invalid } from '../../kernel/errors.ts'

/** Somewhere to write lines to, as a whole or not at all when it is a file. */
export interface Lines {
  write(text: string): Promise<void>
  finish(): Promise<void>
  drop(): Promise<void>
}

/**
 * A new file (mode 0600) or, without a name, standard output. The name is taken at once, empty, and what was written
 * gets it in the end. @throws `cli.file-exists`, `cli.file-refused`
 */
export async function openLines(file: string | undefined): Promise<Lines> {
  if (file === undefined) return { write: toOutput, finish: async () => {}, drop: async () => {} }
  const place = await open(file, 'wx', 0o600).catch((error) => refuse(file, error))
  await place.close()
  const part = `${file}.${process.pid}.part`
  const handle = await open(part, 'wx', 0o600)
  return {
    async write(text) {
      await handle.writeFile(text)
    },
    async finish() {
      await handle.sync()
      await handle.close()
      await rename(part, file)
    },
    async drop() {
      await handle.close()
      await rm(part, { force: true })
      await rm(file, { force: true })
    },
  }
}

async function toOutput(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

function refuse(file: string, error: NodeJS.ErrnoException): never {
  if (error.code === 'EEXIST') throw conflict('cli.file-exists', { file })
  throw invalid('cli.file-refused', { file, reason: error.code ?? String(error) })
}

import { existsSync } from 'node:fs'
import { readdir, realpath, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { conflict } from '../../kernel/errors.ts'

/** Stands in a data folder from the first moment of a restore to its last. */
const MARK = 'restore-unfinished'

/** @throws `platform.restore-unfinished` when a restore into this folder broke off */
export function refuseUnfinished(folder: string): void {
  if (existsSync(join(folder, MARK))) throw conflict('platform.restore-unfinished', { folder })
}

/**
 * Claims an empty data folder for a restore; what one that broke off has left is removed first.
 * @throws `platform.restore-not-empty-folder`
 */
export async function claimEmptyFolder(folder: string): Promise<void> {
  if (existsSync(join(folder, MARK))) await emptyFolder(folder)
  const names = await readdir(folder)
  if (names.length > 0)
    throw conflict('platform.restore-not-empty-folder', { folder, found: names.slice(0, 3) })
  await writeFile(join(folder, MARK), '', { flag: 'wx', mode: 0o600 })
}

export const releaseFolder = (folder: string): Promise<void> => rm(join(folder, MARK))

/** Also what the embedded server keeps elsewhere (`settleHome`); the mark goes last. */
export async function emptyFolder(folder: string): Promise<void> {
  const home = join(folder, 'postgres')
  const target = await realpath(home).catch(() => undefined)
  if (target) await rm(target, { recursive: true, force: true })
  for (const name of await readdir(folder))
    if (name !== MARK) await rm(join(folder, name), { recursive: true, force: true })
  await rm(join(folder, MARK), { force: true })
}

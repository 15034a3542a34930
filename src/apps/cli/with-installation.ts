import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { notFound } from '../../kernel/errors.ts'
import { type Installation, openInstallation } from '../installation/open-installation.ts'
import { readSettings, type Settings } from '../installation/settings.ts'
import { upgradeDatabase } from '../installation/upgrade-database.ts'

/**
 * Opens the installation for one command, beside a running server or with a server of its own, and closes it again.
 * @throws `cli.no-installation` instead of making an empty one where a path was mistyped
 */
export async function withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const settings = readSettings()
  refuseMissing(settings)
  await using cleanup = new AsyncDisposableStack()
  const installation = await openInstallation(settings, cleanup, { whenRunning: 'attach' })
  const { database, clock } = installation
  await upgradeDatabase({ database, settings, clock })
  return await work(installation)
}

/** @throws `cli.no-installation` */
export function refuseMissing({ dataFolder, databaseUrl }: Settings): void {
  if (!databaseUrl && !existsSync(join(dataFolder, 'postgres')))
    throw notFound('cli.no-installation', { folder: dataFolder })
}

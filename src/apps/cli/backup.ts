import { open, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { systemClock } from '../../kernel/clock.ts'
import { conflict, invalid } from '../../kernel/errors.ts'
import { writeBackup, writeBase } from '../../platform/backup/index.ts'
import { readSettings } from '../installation/settings.ts'
import { backupProgress } from './backup-progress.ts'
import { megabytes } from './megabytes.ts'
import type { Shell } from './shell.ts'
import { withInstallation } from './with-installation.ts'

interface Options {
  json?: boolean
  secret: boolean
  base?: string
}

/** `quarterdeck backup FILE`: beside a running server, or with a server of its own. */
export function registerBackup(program: Command, shell: Shell): void {
  const { text } = shell
  program
    .command('backup')
    .argument('[file]', text('cli.argument-backup-file'))
    .description(text('cli.backup'))
    .option('--base <folder>', text('cli.option-base'))
    .option('--no-secret', text('cli.option-no-secret'))
    .option('--json', text('cli.option-json'))
    .addHelpText('after', `\n${text('cli.backup-help')}`)
    .action(async (file: string | undefined, options: Options) => {
      if ((file === undefined) === (options.base === undefined)) throw invalid('cli.file-or-base')
      if (options.base !== undefined) return backUpBase(shell, options.base, options.json)
      if (file === undefined) return
      const made = await backUp(shell, file, options.secret)
      if (options.json) return shell.printJson({ file, ...made })
      const { rows, files, bytes, size } = made
      shell.print(
        text('cli.backup-made', { file, rows, files, bytes: megabytes(bytes), size: megabytes(size) }),
      )
    })
}

/** The cluster as it stands, from which the archived log leads to any later moment. @throws what `writeBase` throws */
async function backUpBase(shell: Shell, folder: string, json = false): Promise<void> {
  const { dataFolder, databaseUrl } = readSettings()
  if (databaseUrl) throw invalid('platform.base-without-archive')
  const made = await withInstallation(async ({ database }) => {
    const base = await writeBase({
      database,
      home: join(dataFolder, 'postgres'),
      filesFolder: join(dataFolder, 'files'),
      folder: resolve(folder),
      startedAt: systemClock().now().toISOString(),
    })
    return { ...base, filesIn: database.files?.place }
  })
  // What a bucket holds is named by its content and never changes: later files do a restored moment no harm.
  if (made.filesIn === 's3') process.stderr.write(`${shell.text('cli.base-without-bucket')}\n`)
  if (json) return shell.printJson({ folder, ...made })
  shell.print(shell.text('cli.base-made', { folder, files: made.files, bytes: megabytes(made.bytes) }))
}

/** Under another name until it is whole. @throws `cli.file-exists`, `cli.file-refused` */
function backUp(shell: Shell, file: string, withSecret: boolean) {
  return withInstallation(async ({ database }) => {
    const place = await open(file, 'wx', 0o600).catch((error) => refuse(file, error))
    await place.close()
    const part = `${file}.${process.pid}.part`
    try {
      await using to = await open(part, 'wx', 0o600)
      const startedAt = systemClock().now().toISOString()
      const made = await writeBackup({
        database,
        to,
        startedAt,
        withSecret,
        onHeader: ({ databaseBytes, tables }) =>
          process.stderr.write(
            `${shell.text('cli.backup-begins', { size: megabytes(databaseBytes), tables: tables.length })}\n`,
          ),
        onProgress: backupProgress(shell, 'cli.backup-progress'),
      })
      await rename(part, file)
      return made
    } catch (error) {
      await rm(part, { force: true })
      await rm(file, { force: true })
      throw error
    }
  })
}

function refuse(file: string, error: NodeJS.ErrnoException): never {
  if (error.code === 'EEXIST') throw conflict('cli.file-exists', { file })
  throw invalid('cli.file-refused', { file, reason: error.code ?? String(error) })
}

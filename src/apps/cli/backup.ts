import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { systemClock } from '../../kernel/clock.ts'
import { conflict, invalid } from '../../kernel/errors.ts'
import { writeBackup } from '../../platform/backup/index.ts'
import { readSettings } from '../installation/settings.ts'
import { backupProgress } from './backup-progress.ts'
import { megabytes } from './megabytes.ts'
import type { Shell } from './shell.ts'
import { withInstallation } from './with-installation.ts'

interface Options {
  json?: boolean
  secret: boolean
}

/** `quarterdeck backup FILE`: beside a running server, or with a server of its own. */
export function registerBackup(program: Command, shell: Shell): void {
  const { text } = shell
  program
    .command('backup')
    .argument('<file>', text('cli.argument-backup-file'))
    .description(text('cli.backup'))
    .option('--no-secret', text('cli.option-no-secret'))
    .option('--json', text('cli.option-json'))
    .addHelpText('after', `\n${text('cli.backup-help')}`)
    .action(async (file: string, options: Options) => {
      const made = await backUp(shell, file, options.secret)
      if (options.json) return shell.printJson({ file, ...made })
      const { rows, files, bytes, size } = made
      shell.print(
        text('cli.backup-made', { file, rows, files, bytes: megabytes(bytes), size: megabytes(size) }),
      )
    })
}

/** Under another name until it is whole. @throws `cli.file-exists`, `cli.file-refused` */
function backUp(shell: Shell, file: string, withSecret: boolean) {
  return withInstallation(async ({ database }) => {
    const place = await open(file, 'wx', 0o600).catch((error) => refuse(file, error))
    await place.close()
    const part = `${file}.${process.pid}.part`
    try {
      await using to = await open(part, 'wx', 0o600)
      const filesFolder = join(readSettings().dataFolder, 'files')
      const startedAt = systemClock().now().toISOString()
      const made = await writeBackup({
        database,
        filesFolder,
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

import type { Command } from 'commander'
import { EXIT_UNEXPECTED } from '../exit-code.ts'
import { restoreInstallation } from '../installation/restore-installation.ts'
import { readSettings } from '../installation/settings.ts'
import { backupProgress } from './backup-progress.ts'
import { journalSentence } from './journal-sentence.ts'
import { megabytes } from './megabytes.ts'
import type { Shell } from './shell.ts'

/** `quarterdeck restore FILE`: exit code 1 when the journal in it is not as it was written. */
export function registerRestore(program: Command, shell: Shell): void {
  const { text } = shell
  program
    .command('restore')
    .argument('<file>', text('cli.argument-restore-file'))
    .description(text('cli.restore'))
    .option('--json', text('cli.option-json'))
    .addHelpText('after', `\n${text('cli.restore-help')}`)
    .action(async (file: string, options: { json?: boolean }) => {
      const settings = readSettings()
      const onProgress = backupProgress(shell, 'cli.restore-progress')
      const restored = await restoreInstallation({ file, settings, onProgress })
      const { rows, files, bytes, startedAt, journals } = restored
      if (options.json) shell.printJson({ file, folder: settings.dataFolder, ...restored })
      else {
        const details = { folder: settings.dataFolder, rows, files, bytes: megabytes(bytes), startedAt }
        shell.print(text('cli.restored', details))
        for (const { tenant, verdict } of journals)
          shell.print(journalSentence(shell, { tenant, verdict, anchors: 0 }))
      }
      if (journals.some(({ verdict }) => verdict.kind === 'broken')) process.exitCode = EXIT_UNEXPECTED
    })
}

import { resolve } from 'node:path'
import type { Command } from 'commander'
import { invalid } from '../../kernel/errors.ts'
import { formatAnchor } from '../../platform/journal/index.ts'
import { EXIT_UNEXPECTED } from '../exit-code.ts'
import { restoreBase } from '../installation/restore-base.ts'
import { restoreInstallation } from '../installation/restore-installation.ts'
import { readSettings } from '../installation/settings.ts'
import { backupProgress } from './backup-progress.ts'
import { journalSentence } from './journal-sentence.ts'
import { megabytes } from './megabytes.ts'
import type { Shell } from './shell.ts'

interface Options {
  json?: boolean
  base?: string
  to?: string
}

/** `quarterdeck restore FILE`: exit code 1 when the journal in it is not as it was written. */
export function registerRestore(program: Command, shell: Shell): void {
  const { text } = shell
  program
    .command('restore')
    .argument('[file]', text('cli.argument-restore-file'))
    .description(text('cli.restore'))
    .option('--base <folder>', text('cli.option-restore-base'))
    .option('--to <instant>', text('cli.option-restore-to'))
    .option('--json', text('cli.option-json'))
    .addHelpText('after', `\n${text('cli.restore-help')}`)
    .action(async (file: string | undefined, options: Options) => {
      if ((file === undefined) === (options.base === undefined)) throw invalid('cli.file-or-base')
      if (options.base !== undefined) return rewind(shell, { ...options, base: options.base })
      if (file === undefined) return
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

/** To a moment of the archived log. The new heads are printed as anchors, to be deposited in place of later ones. */
async function rewind(shell: Shell, { base, to, json }: Options & { base: string }): Promise<void> {
  const settings = readSettings()
  const { journals, startedAt } = await restoreBase({ folder: resolve(base), to, settings })
  const folder = settings.dataFolder
  if (json) shell.printJson({ base, to: to ?? null, folder, startedAt, journals })
  else {
    shell.print(shell.text('cli.rewound', { folder, startedAt, to: to ?? shell.text('cli.end-of-archive') }))
    for (const { tenant, verdict, anchor } of journals) {
      shell.print(journalSentence(shell, { tenant, verdict, anchors: 0 }))
      if (anchor) shell.print(formatAnchor(anchor))
    }
  }
  if (journals.some(({ verdict }) => verdict.kind === 'broken')) process.exitCode = EXIT_UNEXPECTED
}

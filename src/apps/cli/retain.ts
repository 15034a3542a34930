import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { EXIT_UNEXPECTED } from '../exit-code.ts'
import { type Left, retainDue } from '../installation/retain-due.ts'
import { readSettings } from '../installation/settings.ts'
import { megabytes } from './megabytes.ts'
import type { Shell } from './shell.ts'
import { withInstallation } from './with-installation.ts'

interface Options {
  apply?: boolean
  to?: string
  json?: boolean
}

/** `quarterdeck retain`: what is older than it is kept, with numbers; with `--apply` it goes into archive files. */
export function registerRetain(program: Command, shell: Shell): void {
  const { text } = shell
  program
    .command('retain')
    .description(text('cli.retain'))
    .option('--apply', text('cli.option-retain-apply'))
    .option('--to <folder>', text('cli.option-retain-to'))
    .option('--json', text('cli.option-json'))
    .addHelpText('after', `\n${text('cli.retain-help')}`)
    .action(async (options: Options) => {
      const { dataFolder, retention = {}, retainTo } = readSettings()
      const folder = resolve(options.to ?? retainTo ?? join(dataFolder, 'archive'))
      const planned = await retain(folder, options.apply === true)
      if (options.json)
        shell.printJson({ retention, folder, apply: options.apply === true, partitions: planned })
      else if (Object.keys(retention).length === 0) shell.print(text('cli.retain-forever'))
      else if (planned.length === 0) shell.print(text('cli.retain-nothing'))
      else for (const each of planned) tell(shell, each)
      if (planned.some(isHeld)) process.exitCode = EXIT_UNEXPECTED
    })
}

const isHeld = ({ held }: Left) => Object.keys(held).length > 0

function retain(folder: string, apply: boolean): Promise<Left[]> {
  const { retention = {} } = readSettings()
  return withInstallation((installation) => retainDue(installation, { retention, folder, apply }))
}

function tell({ text, print }: Shell, { name, rows, bytes, endsAt, held, file }: Left): void {
  const details = { partition: name, rows, size: megabytes(bytes), until: endsAt.toISOString().slice(0, 10) }
  const reasons = Object.entries(held).map(([what, count]) => text(`cli.retain-held.${what}`, { count }))
  if (file) print(text('cli.retain-left', { ...details, file }))
  else if (reasons.length === 0) print(text('cli.retain-due', details))
  else print(text('cli.retain-held', { ...details, reasons }))
}

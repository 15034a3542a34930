import type { Command } from 'commander'
import { systemClock } from '../../kernel/clock.ts'
import { EXIT_UNEXPECTED } from '../exit-code.ts'
import { examine, type Finding } from '../installation/examine.ts'
import { listSettings } from '../installation/list-settings.ts'
import { openInstallation } from '../installation/open-installation.ts'
import { readSettings } from '../installation/settings.ts'
import type { Shell } from './shell.ts'
import { refuseMissing } from './with-installation.ts'

interface Options {
  json?: boolean
  printConfig?: boolean
}

const SIGNS = { ok: '✓', failed: '✗', skipped: '–' } as const

/** `quarterdeck doctor`: exit code 1 when something is not as it should be. Changes nothing. */
export function registerDoctor(program: Command, shell: Shell): void {
  const { text } = shell
  program
    .command('doctor')
    .description(text('cli.doctor'))
    .option('--print-config', text('cli.option-print-config'))
    .option('--json', text('cli.option-json'))
    .addHelpText('after', `\n${text('cli.doctor-help')}`)
    .action(async ({ json, printConfig }: Options) => {
      if (printConfig) {
        printSettings(shell, json)
        return
      }
      const findings = await look()
      if (json) shell.printJson(findings)
      else
        for (const { check, state, isUnseen, details } of findings) {
          const sentence = isUnseen
            ? text('doctor.unseen', { ...details, check })
            : text(`doctor.${check}-${state}`, details)
          shell.print(`${SIGNS[state]} ${sentence}`)
        }
      if (findings.some(({ state }) => state === 'failed')) process.exitCode = EXIT_UNEXPECTED
    })
}

async function look(): Promise<Finding[]> {
  const settings = readSettings()
  refuseMissing(settings)
  await using cleanup = new AsyncDisposableStack()
  const { database } = await openInstallation(settings, cleanup, { whenRunning: 'attach' })
  const { dataFolder, walArchive } = settings
  const smtpUrl = process.env.QUARTERDECK_SMTP_URL
  const found = await examine({ database, clock: systemClock(), dataFolder, smtpUrl, walArchive })
  const given = listSettings(process.env).filter(({ isGiven }) => isGiven).length
  return [{ check: 'settings', state: 'ok', details: { given } }, ...found]
}

function printSettings(shell: Shell, json: boolean | undefined): void {
  // Refuses what is malformed, as a start would.
  readSettings()
  const settings = listSettings(process.env)
  if (json) shell.printJson(settings)
  else
    for (const { name, value, isGiven } of settings)
      shell.print(`${name}=${value}${isGiven ? '' : `  # ${shell.text('cli.setting-default')}`}`)
}

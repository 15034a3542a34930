import { Command, CommanderError } from 'commander'
import packageJson from '../../../package.json' with { type: 'json' }
import type { Locale } from '../../kernel/context.ts'
import { CodedError } from '../../kernel/errors.ts'
import { type Catalogues, describeError } from '../../platform/i18n/index.ts'
import { EXIT_UNEXPECTED, exitCodeOf } from '../exit-code.ts'
import { registerAccount } from './account.ts'
import { registerAudit } from './audit.ts'
import { registerBackup } from './backup.ts'
import { registerCheck } from './check.ts'
import { registerDoctor } from './doctor.ts'
import { registerExtract } from './extract.ts'
import { registerFiles } from './files.ts'
import { registerIndicators } from './indicators.ts'
import { registerMigrate } from './migrate.ts'
import { registerRestore } from './restore.ts'
import { registerRetain } from './retain.ts'
import { registerReview } from './review.ts'
import { registerServe } from './serve.ts'
import type { Shell } from './shell.ts'

/** The command line in the shell's language. Nothing runs until it is given arguments. */
export function commandLine(shell: Shell): Command {
  const { text } = shell
  const program = new Command('quarterdeck')
    .description(text('cli.about'))
    .version(packageJson.version)
    .option('--lang <lang>', text('cli.option-lang'))
    .exitOverride()
    .showHelpAfterError()
  registerServe(program, shell)
  registerBackup(program, shell)
  registerRestore(program, shell)
  registerRetain(program, shell)
  registerFiles(program, shell)
  registerMigrate(program, shell)
  registerDoctor(program, shell)
  registerExtract(program, shell)
  registerCheck(program, shell)
  registerAudit(program, shell)
  registerAccount(program, shell)
  registerIndicators(program, shell)
  registerReview(program, shell)
  return program
}

/** Runs one command and returns the exit code: errors become a sentence on standard error, in the shell's language. */
export async function runCommandLine(shell: Shell, args: readonly string[]): Promise<number> {
  try {
    await commandLine(shell).parseAsync(args, { from: 'user' })
    return Number(process.exitCode ?? 0)
  } catch (error) {
    // Commander has said already what is wrong with the words; help and version come here too, with 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodeOf('invalid')
    if (!isReadNoMore(error)) process.stderr.write(`${sentence(error, shell.catalogues, shell.locale)}\n`)
    return error instanceof CodedError ? exitCodeOf(error.kind) : EXIT_UNEXPECTED
  }
}

/** Of what was to be printed to a pipe that nobody reads any more. */
export const isReadNoMore = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'EPIPE'

function sentence(error: unknown, catalogues: Catalogues, locale: Locale): string {
  if (error instanceof CodedError) return describeError(catalogues, error, locale).detail
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

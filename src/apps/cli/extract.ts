import { type Command, InvalidArgumentError } from 'commander'
import { CodedError } from '../../kernel/errors.ts'
import { type ExtractedFile, extractFile } from '../../modules/reports/index.ts'
import { readPack } from '../../modules/units/index.ts'
import { describeError } from '../../platform/i18n/index.ts'
import { extractTable } from './extract-table.ts'
import type { Shell } from './shell.ts'

interface ExtractOptions {
  readonly register?: string
  readonly date?: string
  readonly json?: boolean
}

const HELP = `
With one file --json prints one object, with several an array of objects in the order given; both in the form of the
annotation guidelines, each statement with spans into the text as received. A file that cannot be read is told on
standard error, the others are still printed, and the exit code is 1. No database is needed, and nothing is stored.`

/** Adds `quarterdeck extract FILE…` to the command line. */
export function registerExtract(program: Command, shell: Shell): void {
  program
    .command('extract')
    .description(shell.text('cli.extract'))
    .argument('<file...>', 'txt, html, docx, doc, pdf, xlsx or xls')
    .option('--register <pack>', 'names of units from this city pack, for example shanghai')
    .option('--date <date>', 'when the report appeared: 2024, 2024-01 or 2024-01-15', asDate)
    .option('--json', shell.text('cli.option-json'))
    .addHelpText('after', HELP)
    .action((files: string[], options: ExtractOptions) => extractFiles(files, options, shell))
}

function asDate(text: string): string {
  if (/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text)) return text
  throw new InvalidArgumentError('It should be a year, month or day: 2024, 2024-01 or 2024-01-15.')
}

async function extractFiles(files: string[], options: ExtractOptions, shell: Shell): Promise<void> {
  const tell = teller(shell)
  const extracted: ExtractedFile[] = []
  try {
    const register = options.register ? readPack(options.register).register : undefined
    for (const file of files) {
      try {
        const one = await extractFile(file, { date: options.date, register })
        extracted.push(one)
        for (const { code, detail } of one.warnings) tell.warning(file, code, detail)
        if (!options.json) process.stdout.write(`${extractTable(one.annotation, shell.locale, columns())}\n`)
      } catch (error) {
        tell.refusal(file, error)
      }
    }
  } catch (error) {
    tell.refusal(options.register ?? '', error)
  }
  if (!options.json) return
  const annotations = extracted.map(({ annotation }) => annotation)
  if (files.length > 1) process.stdout.write(`${JSON.stringify(annotations, null, 1)}\n`)
  else if (annotations[0]) process.stdout.write(`${JSON.stringify(annotations[0], null, 1)}\n`)
}

const columns = () => Math.max(60, Math.min(process.stdout.columns ?? 100, 140))

/** Tells people on standard error, in their language, what went wrong with which file. */
function teller({ catalogues, locale, text }: Shell) {
  const say = (file: string, sentence: string) => process.stderr.write(`${file}: ${sentence}\n`)
  return {
    warning: (file: string, code: string, detail: Readonly<Record<string, unknown>>) =>
      say(file, text(code, detail)),
    refusal: (file: string, error: unknown) => {
      process.exitCode = 1
      if (error instanceof CodedError) say(file, describeError(catalogues, error, locale).detail)
      else say(file, error instanceof Error ? (error.stack ?? error.message) : String(error))
    },
  }
}

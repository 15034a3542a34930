import { type Command, InvalidArgumentError } from 'commander'
import { CodedError } from '../../kernel/errors.ts'
import { type ExtractedFile, extractFile } from '../../modules/reports/index.ts'
import { readPack } from '../../modules/units/index.ts'
import { describeError } from '../../platform/i18n/index.ts'
import { EXIT_UNEXPECTED, exitCodeOf } from '../exit-code.ts'
import labels from './extract-labels.json' with { type: 'json' }
import { extractTable } from './extract-table.ts'
import type { Shell } from './shell.ts'

interface ExtractOptions {
  readonly register?: string
  readonly date?: string
  readonly json?: boolean
}

/** Adds `quarterdeck extract FILE…`: reads reports without a database and prints what they say. */
export function registerExtract(program: Command, shell: Shell): void {
  const words = labels[shell.locale]
  const asDate = (text: string) => {
    if (/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text)) return text
    throw new InvalidArgumentError(words.badDate)
  }
  program
    .command('extract')
    .description(shell.text('cli.extract'))
    .argument('<file...>', words.optionFiles)
    .option('--register <pack>', words.optionRegister)
    .option('--date <date>', words.optionDate, asDate)
    .option('--json', shell.text('cli.option-json'))
    .addHelpText('after', words.help)
    .action((files: string[], options: ExtractOptions) => extractFiles(files, options, shell))
}

/** One bad file is told and passed over: the rest of a folder is still wanted. */
async function extractFiles(files: string[], options: ExtractOptions, shell: Shell): Promise<void> {
  const register = options.register ? readPack(options.register).register : undefined
  const extracted: ExtractedFile[] = []
  for (const file of files) {
    try {
      const one = await extractFile(file, { date: options.date, register })
      extracted.push(one)
      for (const { code, detail } of one.warnings) tell(file, shell.text(code, detail))
      if (!options.json) shell.print(extractTable(one.annotation, shell.locale, columns()))
    } catch (error) {
      process.exitCode ||= error instanceof CodedError ? exitCodeOf(error.kind) : EXIT_UNEXPECTED
      tell(file, sentence(error, shell))
    }
  }
  if (!options.json) return
  const annotations = extracted.map(({ annotation }) => annotation)
  if (files.length > 1) shell.printJson(annotations)
  else if (annotations[0]) shell.printJson(annotations[0])
}

function tell(file: string, what: string): void {
  process.stderr.write(`${file}: ${what}\n`)
}

function sentence(error: unknown, { catalogues, locale }: Shell): string {
  if (error instanceof CodedError) return describeError(catalogues, error, locale).detail
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

const columns = () => Math.max(60, Math.min(process.stdout.columns ?? 100, 140))

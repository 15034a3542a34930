import { type Command, InvalidArgumentError } from 'commander'
import { CodedError } from '../../kernel/errors.ts'
import { extractFile } from '../../modules/reports/index.ts'
import { checkFigures, type FigureFinding, presentFinding } from '../../modules/reviews/index.ts'
import { readPack } from '../../modules/units/index.ts'
import { describeError } from '../../platform/i18n/index.ts'
import labels from './check-labels.json' with { type: 'json' }
import type { Shell } from './shell.ts'

interface CheckOptions {
  readonly register?: string
  readonly date?: string
  readonly json?: boolean
  /** Earlier texts of the same author, oldest first. */
  readonly against: readonly string[]
}

const FOUND = 1
const BAD_INPUT = 2

/** Adds `quarterdeck check FILE`: tells the figures of a text that cannot all be right. Needs no database. */
export function registerCheck(program: Command, shell: Shell): void {
  const words = labels[shell.locale]
  const asDate = (text: string) => {
    if (/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text)) return text
    throw new InvalidArgumentError(words.badDate)
  }
  program
    .command('check')
    .description(shell.text('cli.check'))
    .argument('<file>', words.file)
    .option('--register <pack>', words.register)
    .option('--date <date>', words.date, asDate)
    .option('--against <file>', words.against, (file: string, files: string[]) => [...files, file], [])
    .option('--json', shell.text('cli.option-json'))
    .addHelpText('after', words.help)
    .action((file: string, options: CheckOptions) => checkFile(file, options, shell))
}

async function checkFile(file: string, { register: pack, date, json, against }: CheckOptions, shell: Shell) {
  try {
    const register = pack ? readPack(pack).register : undefined
    const { report } = await extractFile(file, { date, register, isAnyText: true })
    const earlier = []
    for (const former of against)
      earlier.push((await extractFile(former, { register, isAnyText: true })).report)
    const findings = checkFigures(report, { register, day: date?.length === 10 ? date : undefined, earlier })
    if (json) shell.printJson(findings.map((finding) => presentFinding(finding, shell.locale)))
    else shell.print(table(report.received, findings, shell))
    if (findings.length > 0) process.exitCode = FOUND
  } catch (error) {
    if (!(error instanceof CodedError)) throw error
    process.exitCode = BAD_INPUT
    process.stderr.write(`${file}: ${describeError(shell.catalogues, error, shell.locale).detail}\n`)
  }
}

function table(received: string, findings: readonly FigureFinding[], shell: Shell): string {
  const words = labels[shell.locale]
  if (findings.length === 0) return words.nothing
  const mark = shell.locale === 'zh-CN' ? '；' : '; '
  const told = findings.flatMap((finding, i) => {
    const { says, because } = presentFinding(finding, shell.locale)
    const quote = finding.spans.map(([start, end]) => received.slice(start, end)).join('')
    return [
      '',
      `${i + 1}. [${words.severity[finding.severity]}] ${says}${mark}${because}`,
      `   ${finding.spans[0]?.[0] ?? 0}: ${quote}`,
    ]
  })
  return [words.count.replace('{n}', String(findings.length)), ...told].join('\n')
}

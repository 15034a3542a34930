import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import type { Context } from '../../kernel/context.ts'
import { invalid, notFound } from '../../kernel/errors.ts'
import { importSdmx, importTable } from '../../modules/indicators/index.ts'
import { exitCodeOf } from '../exit-code.ts'
import { chooseTenants } from './choose-tenant.ts'
import labels from './indicators-labels.json' with { type: 'json' }
import type { Shell } from './shell.ts'
import { withInstallation } from './with-installation.ts'

interface Options {
  source: string
  note: string
  sdmx?: boolean
  confirm?: string
  check?: boolean
  tenant?: string
  json?: boolean
}

/** How an import ended, for both kinds of files. */
interface Told {
  readonly exitCode: number
  /** On standard output. */
  readonly says: string
  /** What stands in the way, line by line, on standard error. */
  readonly problems: readonly string[]
  readonly json: unknown
}

const LISTED = 50

/** `quarterdeck indicators import FILE`: a statistical table or an SDMX message as the next vintage. */
export function registerIndicatorsImport(indicators: Command, shell: Shell): void {
  const { text } = shell
  const words = labels[shell.locale]
  indicators
    .command('import')
    .description(text('cli.indicators-import'))
    .argument('<file>', words.optionFile)
    .requiredOption('--source <source>', words.optionSource)
    .option('--note <note>', words.optionNote, '')
    .option('--sdmx', words.optionSdmx)
    .option('--confirm <reason>', words.optionConfirm)
    .option('--check', words.optionCheck)
    .option('--tenant <key>', text('cli.option-tenant'))
    .option('--json', text('cli.option-json'))
    .addHelpText('after', words.importHelp)
    .action(async (file: string, options: Options) => {
      const bytes = await readBytes(file)
      const { sdmx, json, tenant: key } = options
      if (sdmx && options.check) throw invalid('cli.sdmx-options')
      const told = await withInstallation(async (installation) => {
        const [tenant, another] = await chooseTenants(installation, key)
        if (another) throw invalid('cli.several-tenants', { available: [tenant!.key, another.key] })
        const ctx = installation.asSystem(tenant!.id, shell.locale)
        const given = { ...options, bytes, fileName: basename(file) }
        return sdmx ? importMessage(ctx, shell, given) : importSheet(ctx, shell, given)
      })
      for (const problem of told.problems.slice(0, LISTED)) process.stderr.write(`${problem}\n`)
      if (json) shell.printJson(told.json)
      else shell.print(told.says)
      if (told.exitCode > 0) process.exitCode = told.exitCode
    })
}

type Given = Options & { bytes: Uint8Array; fileName: string }

async function importMessage(ctx: Context, { text }: Shell, given: Given): Promise<Told> {
  const { confirm = '', ...message } = given
  const outcome = await importSdmx(ctx, { ...message, confirm })
  const done = { exitCode: 0, problems: [], json: outcome }
  if (outcome.kind === 'unchanged')
    return { ...done, says: text('cli.import-unchanged', { unchanged: outcome.unchanged }) }
  if (outcome.kind === 'published') {
    const { number, rows } = outcome.vintage
    return {
      ...done,
      says: text('cli.import-published', { vintage: number, rows, unchanged: outcome.unchanged }),
    }
  }
  if (outcome.kind === 'doubtful') {
    const open = outcome.findings.filter(({ severity }) => severity !== 'hint')
    const isWrong = outcome.doubts === null
    return {
      exitCode: exitCodeOf(isWrong ? 'invalid' : 'conflict'),
      says: isWrong
        ? text('cli.import-refused', { problems: open.length })
        : text('cli.import-undecided', { findings: open.length }),
      problems: open.map(({ cells, sentence }) =>
        [cells.slice(0, 3).join(' '), sentence].filter(Boolean).join('  '),
      ),
      json: outcome,
    }
  }
  return {
    exitCode: exitCodeOf('invalid'),
    says: text('cli.import-refused', { problems: outcome.total }),
    problems: outcome.problems.map(({ message }) => message),
    json: outcome,
  }
}

async function importSheet(ctx: Context, { text }: Shell, given: Given): Promise<Told> {
  const { kind, sheet } = await importTable(ctx, { ...given, isTrial: given.check ?? false })
  const { counts, vintage, problems, findings, failure, id, unsaid } = sheet
  const rows = (counts?.added ?? 0) + (counts?.revised ?? 0)
  const { unchanged = 0 } = counts ?? {}
  const open = findings.filter(({ severity, decision }) => severity !== 'hint' && decision === null)
  const sentences = [...problems, ...open].map(({ sentence }) => sentence)
  const json = { kind, id, vintage, counts, problems, findings, unsaid, failure }
  switch (kind) {
    case 'published':
      return {
        exitCode: 0,
        says: text('cli.import-published', { vintage, rows, unchanged }),
        problems: [],
        json,
      }
    case 'unchanged':
      return { exitCode: 0, says: text('cli.import-unchanged', { unchanged }), problems: [], json }
    case 'sound':
      return { exitCode: 0, says: text('cli.import-sound', { rows, unchanged }), problems: sentences, json }
    case 'undecided': {
      const says = text('cli.import-undecided', { findings: open.length })
      return { exitCode: exitCodeOf('conflict'), says, problems: sentences, json }
    }
    case 'unsound': {
      const found = (counts?.problems ?? 0) + (counts?.blocking ?? 0)
      return {
        exitCode: exitCodeOf('invalid'),
        says: text('cli.import-unsound', { problems: found }),
        problems: sentences,
        json,
      }
    }
    case 'failed':
      return { exitCode: exitCodeOf('invalid'), says: failure?.sentence ?? '', problems: [], json }
  }
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    throw notFound('cli.no-file', { file, reason: (error as NodeJS.ErrnoException).code ?? '' })
  }
}

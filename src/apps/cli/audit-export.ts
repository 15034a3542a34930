import { type Command, InvalidArgumentError } from 'commander'
import { invalid } from '../../kernel/errors.ts'
import { readJournal } from '../../platform/journal/index.ts'
import { chooseTenants } from './choose-tenant.ts'
import { openLines } from './open-lines.ts'
import type { Shell } from './shell.ts'
import { withInstallation } from './with-installation.ts'

interface Options {
  since: number
  out?: string
  tenant?: string
  json?: boolean
}

interface Exported {
  tenant: string
  since: number
  entries: number
  /** The number to go on from, with `--since`. */
  last: number
  hash: string | null
}

/** `quarterdeck audit export`: entries with their hashes as JSON lines, to a file or to standard output. */
export function registerAuditExport(audit: Command, shell: Shell): void {
  const { text } = shell
  const asNumber = (value: string) => {
    if (/^\d{1,15}$/.test(value)) return Number(value)
    throw new InvalidArgumentError(text('cli.malformed-since'))
  }
  audit
    .command('export')
    .description(text('cli.audit-export'))
    .option('--since <number>', text('cli.option-since'), asNumber, 0)
    .option('--out <file>', text('cli.option-out'))
    .option('--tenant <key>', text('cli.option-tenant'))
    .option('--json', text('cli.option-json'))
    .addHelpText('after', `\n${text('cli.audit-export-help')}`)
    .action(async (options: Options) => {
      const exported = await exportJournal(options)
      // Standard output belongs to the entries when there is no file.
      if (!options.out) return
      if (options.json) return shell.printJson({ ...exported, file: options.out })
      shell.print(text('cli.journal-exported', { ...exported, file: options.out }))
    })
}

/** @throws `cli.several-tenants`, `cli.file-exists`, `cli.file-refused` */
function exportJournal({ since, out, tenant: key }: Options): Promise<Exported> {
  return withInstallation(async (installation) => {
    const [tenant, another] = await chooseTenants(installation, key)
    if (another) throw invalid('cli.several-tenants', { available: [tenant!.key, another.key] })
    const exported: Exported = { tenant: tenant!.key, since, entries: 0, last: since, hash: null }
    const lines = await openLines(out)
    try {
      await readJournal(installation.database, { tenantId: tenant!.id, since }, async (records) => {
        await lines.write(records.map((record) => `${JSON.stringify(record)}\n`).join(''))
        const { seq, hash } = records.at(-1)!
        Object.assign(exported, { entries: exported.entries + records.length, last: seq, hash })
      })
      await lines.finish()
    } catch (error) {
      await lines.drop()
      throw error
    }
    return exported
  })
}

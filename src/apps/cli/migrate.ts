import type { Command } from 'commander'
import { type Distributed, distribute, migrate } from '../../platform/database/index.ts'
import { openInstallation } from '../installation/open-installation.ts'
import { readSettings } from '../installation/settings.ts'
import { modules } from '../modules.ts'
import type { Shell } from './shell.ts'
import { refuseMissing } from './with-installation.ts'

interface Options {
  citus?: boolean
  json?: boolean
}

/** `quarterdeck migrate`: what every start does as well; `--citus` also spreads the tables over a cluster. */
export function registerMigrate(program: Command, shell: Shell): void {
  const { text } = shell
  program
    .command('migrate')
    .description(text('cli.migrate'))
    .option('--citus', text('cli.option-citus'))
    .option('--json', text('cli.option-json'))
    .addHelpText('after', `\n${text('cli.migrate-help')}`)
    .action(async (options: Options) => {
      const done = await migrateAll(options)
      if (options.json) return shell.printJson(done)
      for (const line of told(shell, done)) shell.print(line)
    })
}

interface Done {
  readonly migrations: readonly string[]
  readonly citus?: Distributed
}

async function migrateAll({ citus }: Options): Promise<Done> {
  const settings = readSettings()
  refuseMissing(settings)
  await using cleanup = new AsyncDisposableStack()
  const { database } = await openInstallation(settings, cleanup, { whenRunning: 'attach' })
  const migrations = await migrate(database, modules)
  return { migrations, ...(citus && { citus: await distribute(database, modules) }) }
}

function told({ text }: Shell, { migrations, citus }: Done): string[] {
  const applied = text('cli.migrate-applied', { count: migrations.length })
  const lines = [applied, ...migrations.map((file) => `  ${file}`)]
  if (!citus) return lines
  const { version, workers, tables, referenceTables, statements } = citus
  const spread =
    tables.length + referenceTables.length === 0
      ? text('cli.citus-nothing', { version, workers })
      : text('cli.citus-done', {
          version,
          workers,
          tables: tables.length,
          references: referenceTables.length,
          statements,
        })
  return [...lines, spread, ...[...referenceTables, ...tables].map((table) => `  ${table}`)]
}

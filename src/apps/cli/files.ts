import { type Command, Option } from 'commander'
import { conflict, invalid } from '../../kernel/errors.ts'
import {
  FILE_PLACES,
  type FilePlace,
  type FileStore,
  type MovedFiles,
  moveFiles,
} from '../../platform/files/index.ts'
import { listTenants } from '../../platform/tenants/index.ts'
import { EXIT_UNEXPECTED } from '../exit-code.ts'
import { openFileStore } from '../installation/open-file-store.ts'
import type { Installation } from '../installation/open-installation.ts'
import { readSettings } from '../installation/settings.ts'
import { megabytes } from './megabytes.ts'
import type { Shell } from './shell.ts'
import { withInstallation } from './with-installation.ts'

interface Options {
  moveTo?: FilePlace
  from?: FilePlace
  remove?: boolean
  json?: boolean
}

/** `quarterdeck files`: where handed-in files are; with `--move-to` all go to another place, while the server goes on. */
export function registerFiles(program: Command, shell: Shell): void {
  const { text } = shell
  program
    .command('files')
    .description(text('cli.files'))
    .addOption(new Option('--move-to <place>', text('cli.option-move-to')).choices([...FILE_PLACES]))
    .addOption(new Option('--from <place>', text('cli.option-move-from')).choices([...FILE_PLACES]))
    .option('--remove', text('cli.option-move-remove'))
    .option('--json', text('cli.option-json'))
    .addHelpText('after', `\n${text('cli.files-help')}`)
    .action(async (options: Options) => {
      if (options.moveTo) return move(shell, { ...options, moveTo: options.moveTo })
      if (options.from || options.remove) throw invalid('cli.files-where-to')
      const counted = await withInstallation(count)
      if (options.json) shell.printJson(counted)
      else shell.print(text('cli.files-counted', { ...counted, size: megabytes(counted.bytes) }))
    })
}

async function count(installation: Installation): Promise<{ place: string; files: number; bytes: number }> {
  const store = storeAt(installation, undefined)
  const counted = { place: store.place, files: 0, bytes: 0 }
  for await (const { bytes } of store.list(await tenantsOf(installation))) {
    counted.files += 1
    counted.bytes += bytes
  }
  return counted
}

/** @throws `cli.files-same-place`, `cli.files-in-use`, `platform.files-away` */
async function move(shell: Shell, options: Options & { moveTo: FilePlace }): Promise<void> {
  const { from, to, ...moved } = await withInstallation(async (installation) => {
    const used = storeAt(installation, undefined).place
    const from = storeAt(installation, options.from)
    const to = storeAt(installation, options.moveTo)
    if (from.place === to.place) throw invalid('cli.files-same-place', { place: to.place })
    if (options.remove && from.place === used) throw conflict('cli.files-in-use', { place: used })
    for (const { place, check } of [from, to])
      await check().catch((error: Error) => {
        throw invalid('platform.files-away', { place, reason: error.message })
      })
    const tenantIds = await tenantsOf(installation)
    const told = { from, to, tenantIds, remove: options.remove === true, onProgress: progress(shell) }
    return { from: from.place, to: to.place, isUsed: to.place === used, ...(await moveFiles(told)) }
  })
  if (options.json) shell.printJson({ from, to, ...moved })
  else tell(shell, { from, to, ...moved })
  if (moved.damaged.length > 0) process.exitCode = EXIT_UNEXPECTED
}

type Told = MovedFiles & { from: FilePlace; to: FilePlace; isUsed: boolean }

function tell({ text, print }: Shell, { damaged, isUsed, ...moved }: Told): void {
  print(text('cli.files-moved', { ...moved, size: megabytes(moved.bytes) }))
  for (const sha256 of damaged) print(text('cli.files-damaged', { sha256 }))
  if (!isUsed) print(text('cli.files-next', { from: moved.from, to: moved.to }))
}

const TOLD_EVERY_FILES = 500

/** On standard error, so that what is printed stays one line, or JSON. */
function progress({ text }: Shell): (moved: MovedFiles) => void {
  let seen = 0
  return ({ moved, alreadyThere, bytes }) => {
    seen += 1
    if (seen % TOLD_EVERY_FILES === 0)
      process.stderr.write(`${text('cli.files-progress', { moved, alreadyThere, size: megabytes(bytes) })}\n`)
  }
}

/** The place that is configured, or another by its own settings; whatever the limit was when the files were handed in. */
function storeAt({ database }: Installation, place: FilePlace | undefined): FileStore {
  const { dataFolder } = readSettings()
  const env = place ? { ...process.env, QUARTERDECK_FILES: place } : process.env
  return openFileStore({ dataFolder, maxBytes: Number.POSITIVE_INFINITY }, () => database, env)
}

const tenantsOf = async ({ database }: Installation) => (await listTenants(database)).map(({ id }) => id)

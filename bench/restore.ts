import { mkdtemp, open, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openInstallation } from '../src/apps/installation/open-installation.ts'
import { restoreInstallation } from '../src/apps/installation/restore-installation.ts'
import { writeBackup } from '../src/platform/backup/index.ts'
import { openSeededCity } from './ledger/open-seeded-city.ts'
import { readFlags } from './ledger/read-flags.ts'

/**
 * `npm run bench:restore -- [--items N] [--journal N] [--fresh]`: how long a backup and its restore into an empty folder
 * take, a GiB of the database on disk, with the journal verified. Prints figures; nothing passes or fails.
 */
const GIB = 1024 ** 3
const flags = readFlags(process.argv.slice(2))
const city = await openSeededCity(flags)
const scratch = await mkdtemp(join(tmpdir(), 'quarterdeck-bench-restore-'))
const file = join(scratch, 'city.tar.gz')
const seconds = (since: number) => (performance.now() - since) / 1000
let databaseBytes = 0

async function backUp() {
  await using cleanup = new AsyncDisposableStack()
  const { database } = await openInstallation(city.settings, cleanup)
  await using to = await open(file, 'wx', 0o600)
  const began = performance.now()
  const made = await writeBackup({
    database,
    to,
    startedAt: '2026-01-01T00:00:00Z',
    withSecret: true,
    onHeader: (header) => {
      databaseBytes = header.databaseBytes
    },
  })
  return { ...made, seconds: seconds(began) }
}

try {
  console.log(
    `# Backup and restore\n\n${city.told}\n${availableParallelism()} cores, Node ${process.version}\n`,
  )
  const made = await backUp()
  const size = `${(databaseBytes / GIB).toFixed(2)} GiB on disk, ${made.rows} rows`
  const rate = (taken: number) =>
    `${taken.toFixed(1)} s, ${(taken / (databaseBytes / GIB)).toFixed(0)} s a GiB on disk`
  console.log(
    `database  ${size}, ${(made.bytes / GIB).toFixed(2)} GiB as text, ${(made.size / GIB).toFixed(2)} GiB packed`,
  )
  console.log(`backup    ${rate(made.seconds)}`)
  const began = performance.now()
  const settings = { ...city.settings, dataFolder: join(scratch, 'data') }
  const { journals } = await restoreInstallation({ file, settings })
  const verdicts = journals.map(({ verdict }) =>
    verdict.kind === 'whole' ? `whole, ${verdict.entries} entries` : 'broken',
  )
  console.log(`restore   ${rate(seconds(began))}, journal verified in that: ${verdicts.join(', ')}`)
} finally {
  await rm(scratch, { recursive: true, force: true })
}

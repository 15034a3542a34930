import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openInstallation } from '../../src/apps/installation/open-installation.ts'
import type { Settings } from '../../src/apps/installation/settings.ts'
import { publishLines } from '../../src/modules/indicators/testing.ts'
import { listTenants } from '../../src/platform/tenants/index.ts'
import { codeOf } from './plan.ts'
import type { Flags } from './read-flags.ts'

interface Importing {
  readonly settings: Settings
  readonly flags: Flags
  readonly say: (...lines: string[]) => void
}

/**
 * A long CSV of code, period, unit and value, read, resolved, compared with what stands there, hashed and published as one
 * vintage in one transaction. Each run revises: the values depend on the vintage before.
 */
export async function measureImport({ settings, flags, say }: Importing): Promise<void> {
  await using cleanup = new AsyncDisposableStack()
  const { database, asSystem } = await openInstallation(settings, cleanup)
  const [tenant] = await listTenants(database)
  const ctx = asSystem(tenant!.id)
  const file = join(settings.dataFolder, 'import.csv')
  const isRevision = await writeCsv(file, flags, ctx.clock.now().getTime())
  const started = performance.now()
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
  const published = await publishLines(ctx, lines, 'bench')
  const seconds = (performance.now() - started) / 1000
  say('## Import', '')
  say(
    `${published.rows} rows from CSV (${isRevision}) published as vintage ${published.vintage} in ${seconds.toFixed(1)} s: ` +
      `${Math.round(published.rows / seconds)} rows/s (goal ≥ 100,000)`,
    '',
  )
}

/** New months after the seeded ones: every run takes later ones. */
async function writeCsv(file: string, { rows, units, indicators }: Flags, now: number): Promise<string> {
  const lines: string[] = []
  const keys = Array.from({ length: units }, (_, at) => at + 2)
  const year = 2030 + Math.floor((now / 1000) % 6000)
  for (let month = 1; lines.length < rows; month++)
    for (let indicator = 1; indicator <= indicators && lines.length < rows; indicator++)
      for (const unit of keys) {
        if (lines.length >= rows) break
        const text = `${year + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}`
        lines.push(
          `${codeOf(indicator)},${text},${unit},${((indicator * 31 + unit * 7 + month) % 99_991) / 100}\n`,
        )
      }
  await writeFile(file, lines.join(''))
  return `periods from ${year}`
}

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openInstallation } from '../../src/apps/installation/open-installation.ts'
import type { Settings } from '../../src/apps/installation/settings.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import type { Context } from '../../src/kernel/context.ts'
import {
  checkIndicatorSheet,
  decideFindings,
  getIndicatorSheet,
  listMeasuredUnits,
  publishLines,
  type SheetMapping,
  startIndicatorSheet,
  uploadIndicatorSheet,
} from '../../src/modules/indicators/testing.ts'
import { listTenants } from '../../src/platform/tenants/index.ts'
import { drainJobs } from '../../src/platform/testing/drain-jobs.ts'
import { codeOf } from './plan.ts'
import type { Flags } from './read-flags.ts'

interface Importing {
  readonly settings: Settings
  readonly flags: Flags
  readonly say: (...lines: string[]) => void
}

const COLUMNS: SheetMapping['columns'] = [
  { role: 'unit' },
  { role: 'period' },
  { role: 'indicator' },
  { role: 'value', indicator: null, aspect: 'level', period: null, unit: null, measure: null },
]

/** Room for the file of a million rows, which is beyond what is taken over HTTP (20 MB). */
const MOST_BYTES = 500 * 2 ** 20

/**
 * The import as a statistician has it, job and all: a long CSV of unit, period, indicator and value is uploaded and
 * understood, checked (names, duplicates, what is published, every rule of quality) and published as one vintage. Beside
 * it what publication alone takes, of rows that are resolved already. Each run takes later periods.
 */
export async function measureImport({ settings, flags, say }: Importing): Promise<void> {
  await using cleanup = new AsyncDisposableStack()
  const { database, asSystem } = await openInstallation({ ...settings, maxFileBytes: MOST_BYTES }, cleanup)
  const clock = systemClock()
  const [tenant] = await listTenants(database)
  const ctx = asSystem(tenant!.id)
  const drain = () => drainJobs({ database, clock })
  await drain()
  // Years that a table may name, and values of this run's own.
  const run = Math.floor(clock.now().getTime() / 1000)
  const year = 2027 + (run % 60)
  const keys = await unitKeys(ctx, flags)
  const rows = [...inventRows(flags, keys, { year, run })]
  const file = join(settings.dataFolder, 'import.csv')
  await writeFile(file, ['单位,时期,指标,数值', ...rows].join('\n'))
  const bytes = await readFile(file)

  const beforeUpload = performance.now()
  const uploaded = await uploadIndicatorSheet(ctx, { bytes, fileName: 'import.csv' })
  const upload = (performance.now() - beforeUpload) / 1000
  // Keys of this register are numbers, which nothing tells from values: a person says what they are.
  await checkIndicatorSheet(ctx, uploaded.id, { ...uploaded.mapping, columns: COLUMNS })
  const check = await ended(ctx, { id: uploaded.id, drain, clock })
  const { findings, state, problems } = await getIndicatorSheet(ctx, uploaded.id)
  if (state !== 'ready' || problems.length > 0)
    throw new Error(`The check ended as ${state}: ${JSON.stringify(problems.slice(0, 3))}`)
  const decisions = findings.flatMap(({ id, severity }) =>
    severity === 'warning' ? [{ finding: id, decision: 'confirmed' as const, reason: 'bench' }] : [],
  )
  await decideFindings(ctx, uploaded.id, { decisions })
  await startIndicatorSheet(ctx, uploaded.id, { into: 'vintage', source: 'bench', note: '' })
  const publish = await ended(ctx, { id: uploaded.id, drain, clock })
  const { vintage } = await getIndicatorSheet(ctx, uploaded.id)
  const perSecond = (seconds: number) =>
    `${seconds.toFixed(1)} s, ${Math.round(rows.length / seconds)} rows/s`
  say('## Import', '')
  say(
    `${rows.length} rows, ${(bytes.length / 2 ** 20).toFixed(1)} MB of CSV, by the import's job (periods from ${year}):`,
    `uploaded and understood ${perSecond(upload)}; checked ${perSecond(check)} (${findings.length} findings);`,
    `published as vintage ${vintage} ${perSecond(publish)};`,
    `in all ${perSecond(upload + check + publish)} (goal ≥ 100,000)`,
    '',
  )
  const lines = [...inventRows(flags, keys, { year, run: run + 1 })].map((line) => line.split(','))
  const numbers = new Map((await listMeasuredUnits(ctx)).units.map(({ key, number }) => [key, number]))
  const before = performance.now()
  const resolved = lines.map(
    ([unit, period, code, value]) => `${code},${period},${numbers.get(unit!)},${value}`,
  )
  const published = await publishLines(ctx, resolved, 'bench')
  say(
    `publication alone, without file, check and job: ${perSecond((performance.now() - before) / 1000)} of ${published.rows}`,
    '',
  )
}

/** Runs the job, and says how long the import itself took: what follows a publication (alerts) is not part of it. */
async function ended(
  ctx: Context,
  { id, drain, clock }: { id: string; drain: () => Promise<unknown>; clock: { now(): Date } },
): Promise<number> {
  const started = clock.now().getTime()
  await drain()
  const { finishedAt } = await getIndicatorSheet(ctx, id)
  if (finishedAt === null) throw new Error('The import has not ended')
  return (Date.parse(finishedAt) - started) / 1000
}

async function unitKeys(ctx: Context, { units }: Flags): Promise<string[]> {
  const { units: all } = await listMeasuredUnits(ctx)
  return all.filter(({ number }) => number >= 2 && number <= units + 1).map(({ key }) => key)
}

function* inventRows(
  { rows, indicators }: Flags,
  keys: readonly string[],
  { year, run }: { year: number; run: number },
): Generator<string> {
  let count = 0
  for (let month = 1; ; month++) {
    const text = `${year + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}`
    for (let indicator = 1; indicator <= indicators; indicator++)
      for (const [at, key] of keys.entries()) {
        if (count++ >= rows) return
        // Levels of units differ, months little: nothing that a rule of quality would have to doubt.
        const value =
          100 + ((indicator * 31 + at * 7) % 9_991) + ((indicator + at * 3 + month + run) % 13) / 100
        yield `${key},${text},${codeOf(indicator)},${value.toFixed(2)}`
      }
  }
}

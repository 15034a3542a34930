/** `node tools/vendor-calendar.ts VERSION`: renews packs/calendar/china.json from the npm package chinese-days. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NationalCalendar } from '../src/kernel/working-calendar.ts'

const TARGET = new URL('../packs/calendar/china.json', import.meta.url)

/** Days off and make-up days, `YYYY-MM-DD` → `English,Chinese,statutory days`. */
interface ChineseDays {
  readonly holidays: Readonly<Record<string, string>>
  readonly workdays: Readonly<Record<string, string>>
}

interface Pack extends NationalCalendar {
  readonly source: { readonly version: string; readonly released: string }
}

/** The package's two lists, by year and holiday. `inLieuDays` is left out: each of them is among the holidays. */
function yearsOf({ holidays, workdays }: ChineseDays): NationalCalendar['years'] {
  const years: Record<string, { daysOff: Record<string, string[]>; makeUpDays: string[] }> = {}
  const yearAt = (day: string) => (years[day.slice(0, 4)] ??= { daysOff: {}, makeUpDays: [] })
  for (const [day, label] of Object.entries(holidays).sort()) {
    const name = label.split(',')[1] ?? label
    const { daysOff } = yearAt(day)
    daysOff[name] = [...(daysOff[name] ?? []), day.slice(5)]
  }
  for (const day of Object.keys(workdays).sort()) yearAt(day).makeUpDays.push(day.slice(5))
  return years
}

function download(version: string): { days: ChineseDays; released: string } {
  const folder = mkdtempSync(join(tmpdir(), 'vendor-calendar-'))
  try {
    const name = `chinese-days@${version}`
    const options = { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' } as const
    const file = execFileSync('npm', ['pack', name, '--silent'], options).trim()
    execFileSync('tar', ['-xzf', file], options)
    const days = JSON.parse(
      readFileSync(join(folder, 'package/dist/chinese-days.json'), 'utf8'),
    ) as ChineseDays
    const times = JSON.parse(execFileSync('npm', ['view', name, 'time', '--json'], options)) as Record<
      string,
      string
    >
    return { days, released: times[version]?.slice(0, 10) ?? '' }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function main(version: string | undefined): number {
  if (!version || !/^\d+\.\d+\.\d+$/.test(version)) {
    console.error(
      'usage: node tools/vendor-calendar.ts VERSION, such as 1.5.7 (npm view chinese-days version)',
    )
    return 2
  }
  const before = JSON.parse(readFileSync(TARGET, 'utf8')) as Pack
  const { days, released } = download(version)
  const years = yearsOf(days)
  for (const year of new Set([...Object.keys(before.years), ...Object.keys(years)])) {
    if (JSON.stringify(before.years[year]) === JSON.stringify(years[year])) continue
    console.log(`${year}: ${before.years[year] ? (years[year] ? 'changed' : 'REMOVED') : 'new'}`)
  }
  writeFileSync(
    TARGET,
    `${JSON.stringify({ ...before, source: { ...before.source, version, released }, years })}\n`,
  )
  console.log(
    `wrote ${version} of ${released}; now: npm exec -- biome check --write packs/calendar, read the diff`,
  )
  return 0
}

process.exitCode = main(process.argv[2])

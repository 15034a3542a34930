import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type GrowthStatement, linkTargets, readReport } from '../../src/modules/reports/index.ts'

/** For GDP and fiscal revenue, the growth that a year's report aims at beside what the next year's says was reached. */
export function targetsTable(folder: string): string {
  const reports = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((fileName) =>
      readReport(readFileSync(join(folder, fileName), 'utf8'), { fileName, date: fileName.slice(0, 4) }),
    )
  const rows = linkTargets(reports)
  const quotes = process.argv.includes('--verbose')
  const lines = rows.map(({ indicator, year, target, result, gap }) =>
    [
      indicator.padEnd(15),
      year,
      `target ${growth(target)}`.padEnd(24),
      `result ${growth(result)}`.padEnd(24),
      gap === null ? '' : `gap ${gap > 0 ? '+' : ''}${gap}`,
      ...(quotes ? [`\n    ${target?.text ?? '—'}\n    ${result?.text ?? '—'}`] : []),
    ].join('  '),
  )
  return `${[...lines.map((line) => line.trimEnd()), '', `${rows.filter((r) => r.target && r.result).length} of ${rows.length} rows linked`].join('\n')}\n`
}

function growth(statement: GrowthStatement | null): string {
  if (!statement) return '—'
  const { low, high, bound, isEstimate } = statement
  if (low === null) return bound
  const number = high !== null && high !== low ? `${low}–${high}%` : `${low}%`
  return `${number}${bound === 'exact' || bound === 'range' ? '' : ` ${bound}`}${isEstimate ? ' (estimate)' : ''}`
}

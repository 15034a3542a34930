import { invalid } from '../../kernel/errors.ts'

/** What is kept for how many months; what is left out is kept for ever. */
export type Retention = Readonly<Partial<Record<RetainedKind, number>>>

export type RetainedKind = 'journal' | 'statements' | 'observations'

/** The tables of a kind in the order in which their partitions may leave: what points at another one first. */
export const RETAINED: Readonly<Record<RetainedKind, readonly string[]>> = {
  journal: ['journal.entry'],
  statements: ['reports.statement_version', 'reports.statement'],
  observations: ['indicators.block'],
}

/** Cybersecurity Law of the PRC, article 21 (3), and GB/T 22239-2019, 8.1.4.3: logs are kept for six months at least. */
const LEAST_JOURNAL_MONTHS = 6

const SETTINGS: Readonly<Record<RetainedKind, string>> = {
  journal: 'QUARTERDECK_KEEP_JOURNAL_MONTHS',
  statements: 'QUARTERDECK_KEEP_STATEMENTS_MONTHS',
  observations: 'QUARTERDECK_KEEP_OBSERVATIONS_MONTHS',
}

/** Reads the settings. @throws `platform.malformed-keep-months`, `platform.journal-kept-too-short` below six months */
export function readRetention(env: NodeJS.ProcessEnv): Retention {
  const retention: Partial<Record<RetainedKind, number>> = {}
  for (const [kind, name] of Object.entries(SETTINGS) as [RetainedKind, string][]) {
    const value = env[name]
    if (!value) continue
    if (!/^[1-9]\d{0,3}$/.test(value)) throw invalid('platform.malformed-keep-months', { name, value })
    retention[kind] = Number(value)
  }
  const { journal } = retention
  if (journal !== undefined && journal < LEAST_JOURNAL_MONTHS)
    throw invalid('platform.journal-kept-too-short', { value: journal, least: LEAST_JOURNAL_MONTHS })
  return retention
}

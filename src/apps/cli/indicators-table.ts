import type { Command } from 'commander'
import { invalid } from '../../kernel/errors.ts'
import { AskTable, type LeagueTable, leagueTable } from '../../modules/indicators/index.ts'
import { chooseTenants } from './choose-tenant.ts'
import labels from './indicators-labels.json' with { type: 'json' }
import type { Shell } from './shell.ts'
import { textTable } from './text-table.ts'
import { withInstallation } from './with-installation.ts'

interface Options {
  period: string
  cohort?: string
  vintage?: string
  measure?: string
  tenant?: string
  json?: boolean
}

/** `quarterdeck indicators table CODE`: who stands where, as of any vintage. */
export function registerIndicatorsTable(indicators: Command, shell: Shell): void {
  const { text } = shell
  const words = labels[shell.locale]
  indicators
    .command('table')
    .description(text('cli.indicators-table'))
    .argument('<code>', words.optionCode)
    .requiredOption('--period <period>', words.optionPeriod)
    .option('--cohort <cohort>', words.optionCohort)
    .option('--vintage <number>', words.optionVintage)
    .option('--measure <measure>', words.optionMeasure)
    .option('--tenant <key>', text('cli.option-tenant'))
    .option('--json', text('cli.option-json'))
    .addHelpText('after', words.tableHelp)
    .action(async (code: string, options: Options) => {
      const table = await readTable(shell, code, options)
      if (options.json) shell.printJson(table)
      else shell.print(leagueText(table, shell))
    })
}

function readTable({ locale }: Shell, code: string, options: Options): Promise<LeagueTable> {
  const { period, cohort, vintage, measure, tenant: key } = options
  const ask = AskTable.safeParse({ period, cohort, asOf: vintage, measure })
  if (!ask.success) {
    const [field = ''] = ask.error.issues[0]!.path
    throw invalid('cli.malformed-option', { option: field === 'asOf' ? 'vintage' : String(field) })
  }
  return withInstallation(async (installation) => {
    const [tenant, another] = await chooseTenants(installation, key)
    if (another) throw invalid('cli.several-tenants', { available: [tenant!.key, another.key] })
    return leagueTable(installation.asSystem(tenant!.id, locale), code, ask.data)
  })
}

/** The table as people read it: the ranked, then those that stand apart, with the reason. */
function leagueText(table: LeagueTable, { locale, text }: Shell): string {
  const words = labels[locale]
  const round = new Intl.NumberFormat('en', {
    maximumFractionDigits: table.indicator.decimals,
    useGrouping: false,
  })
  // Given a numeral as text, it rounds that and no float; half away from zero.
  const rounded = (value: string | null) => (value === null ? '—' : round.format(value as `${number}`))
  const { indicator, cohort, period, unitOfMeasure, asOf, formerPeriod, rows, apart } = table
  const [name, group] =
    locale === 'en' ? [indicator.nameEn || indicator.name, cohort.nameEn] : [indicator.name, cohort.name]
  const head = text('cli.table-head', {
    name,
    measure: unitOfMeasure || '—',
    cohort: group,
    period,
    vintage: asOf,
  })
  const isDivided = rows.some(({ numerator }) => numerator !== null)
  const columns = [
    { heading: words.rank, isNumber: true },
    { heading: words.unit },
    { heading: words.value, isNumber: true },
    ...(isDivided ? [{ heading: words.divided, isNumber: true }] : []),
    ...(formerPeriod
      ? [
          { heading: formerPeriod, isNumber: true },
          { heading: words.places, isNumber: true },
        ]
      : []),
    { heading: words.streak },
  ]
  const lines = rows.map((row) => [
    row.sharedBy > 1 ? `=${row.rank}` : String(row.rank),
    row.name,
    rounded(row.value),
    ...(isDivided ? [`${row.numerator ?? '—'} ÷ ${row.denominator ?? '—'}`] : []),
    ...(formerPeriod ? [rounded(row.formerValue), signed(row.places)] : []),
    row.streak && row.streak.length > 1
      ? text(row.streak.isExact ? 'cli.table-streak' : 'cli.table-streak-at-least', {
          periods: row.streak.length,
          since: row.streak.since ?? '—',
        })
      : '',
  ])
  const reasons: Readonly<Record<string, string>> = words.apart
  const outside = apart.map(({ name, value, reason }) => [
    '',
    name,
    rounded(value),
    reasons[reason] ?? reason,
  ])
  const listed = rows.length > 0 ? textTable(columns, lines) : words.nobody
  if (outside.length === 0) return `${head}\n${listed}`
  const aside = textTable(
    [
      { heading: '' },
      { heading: words.unit },
      { heading: words.value, isNumber: true },
      { heading: words.reason },
    ],
    outside,
  )
  return `${head}\n${listed}\n\n${words.apartHeading}\n${aside}`
}

const signed = (places: number | null) =>
  places === null ? '—' : places > 0 ? `+${places}` : places === 0 ? '0' : String(places)

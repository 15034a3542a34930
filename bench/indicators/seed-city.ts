import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Context } from '../../src/kernel/context.ts'
import { createCopier } from '../ledger/seed/copier.ts'
import { copyLine } from '../ledger/seed/copy-lines.ts'
import { type Random, seededRandom } from '../ledger/seed/random.ts'
import { AIMED, COHORT, codeOf, FORMULAS, formulaCode, type Month, monthsBefore, tagOf } from './plan.ts'
import type { Flags } from './read-flags.ts'

interface Seeding {
  readonly client: pg.Client
  readonly ctx: Context
  readonly folder: string
  readonly flags: Flags
}

const BLOCKS_A_BATCH = 20_000
/** Vintages 2 and 3 revise every hundredth block. */
const REVISED = 100

/**
 * Fills an empty city past the application, with the rows that publishing would write; its journal has no entry for these
 * vintages. The connection must be the superuser's, of a server on this machine.
 */
export async function seedCity({ client, ctx, folder, flags }: Seeding): Promise<void> {
  const { tenantId } = ctx
  const months = monthsBefore(ctx.clock.today(), flags)
  await client.query(`set session_replication_role = 'replica'; set synchronous_commit = off;
    set maintenance_work_mem = '1GB'; set row_security = off; set timezone = 'UTC'`)
  // The pack's own indicators and values make room, whatever would refuse it; its releases stay marked as loaded.
  await client.query(
    `truncate indicators.head, indicators.measured_unit, indicators.indicator, indicators.vintage cascade`,
  )
  await seedUnits(client, tenantId, flags.units)
  const copier = createCopier(client, folder)
  await copier.load(definitionLoads(tenantId, flags))
  await copier.load([{ into: VINTAGES, lines: [1, 2, 3].map((number) => vintageLine(tenantId, number)) }])
  await seedBlocks(copier, { tenantId, flags, months })
  await copier.load([{ into: TARGETS, lines: targetLines(tenantId, flags, months.at(-1)!.year) }])
  await copier.end()
  await client.query(
    `insert into indicators.head (tenant_id, vintage, definitions) values ($1, 3, 1)
     on conflict (tenant_id) do update set vintage = 3, definitions = 1`,
    [tenantId],
  )
  for (const table of ['block', 'indicator', 'indicator_version', 'target', 'measured_unit'])
    await client.query(`vacuum (analyze) indicators.${table}`)
}

/** All units of the register are numbered; so many of them, in its order, are the cohort. */
async function seedUnits(client: pg.Client, tenantId: string, count: number): Promise<void> {
  await client.query(
    `insert into indicators.measured_unit (tenant_id, number, unit_id, key, name, kind)
     select tenant_id, row_number() over (order by (kind = 'city') desc, (kind = 'district') desc, position), id, key, name, 'registered'
     from units.unit where tenant_id = $1`,
    [tenantId],
  )
  await client.query(
    `insert into units.cohort (tenant_id, key, name, name_en, aliases, position)
     values ($1, $2, '全部比较单位', 'All that are compared', '{}', 99)`,
    [tenantId, COHORT],
  )
  const { rowCount } = await client.query(
    `insert into units.cohort_membership (tenant_id, unit_id, position, cohort_key)
     select tenant_id, unit_id, 99, $2 from indicators.measured_unit where tenant_id = $1 and number between 2 and $3`,
    [tenantId, COHORT, count + 1],
  )
  if (rowCount !== count) throw new Error(`The register has ${rowCount} units beside the city, not ${count}`)
  // Units of other times would leave the cohort: everyone is there all the time.
  await client.query(
    `update units.unit set valid_from = null, valid_to = null, successor_id = null where tenant_id = $1`,
    [tenantId],
  )
}

const INDICATORS = 'indicators.indicator (tenant_id, id, number, code, created_at, created_by)'
const VERSIONS = `indicators.indicator_version (tenant_id, indicator, version, valid_from, name, name_en, definition, measure,
  decimals, frequency, lag_days, owner, direction, over_time, over_units, price_basis, formula, tags, breaks_series,
  created_at, created_by)`
const VINTAGES = `indicators.vintage (tenant_id, number, published_at, published_by, publisher_id, source, note, content_hash,
  blocks, rows)`
const BLOCKS = 'indicators.block (tenant_id, indicator, period, vintage, units, values)'
const TARGETS = `indicators.target (tenant_id, id, indicator, unit, period, value, kind, horizon, path, changed_at, changed_by)`
const AT = '2026-01-05T01:00:00.000Z'

const idOf = (kind: number, number: number) =>
  `00000000-0000-7000-8${kind}00-${String(number).padStart(12, '0')}`

function definitionLoads(tenantId: string, { indicators }: Flags) {
  const all = [
    ...Array.from({ length: indicators }, (_, at) => ({
      code: codeOf(at + 1),
      tag: tagOf(at + 1),
      formula: null,
    })),
    ...Array.from({ length: FORMULAS }, (_, at) => ({
      code: formulaCode(at),
      tag: 'formula',
      formula: formulaOf(at),
    })),
  ]
  return [
    {
      into: INDICATORS,
      lines: all.map(({ code }, at) => copyLine([tenantId, idOf(1, at + 1), at + 1, code, AT, 'bench'])),
    },
    {
      into: VERSIONS,
      lines: all.map(({ code, tag, formula }, at) => {
        const direction = at % 5 === 4 ? 'lower' : 'higher'
        const how = ['', 'month', 0, 'bench', direction, 'sum', 'sum', 'none']
        const [measure, frequency, lag, owner, ...rest] = how
        return copyLine([
          tenantId,
          at + 1,
          1,
          '0001-01-01',
          `指标${code}`,
          code,
          '',
          measure,
          2,
          frequency,
          lag,
          owner,
          ...rest,
          formula,
          [tag],
          false,
          AT,
          'bench',
        ])
      }),
    },
  ]
}

/** A ratio of sums over five indicators. */
export function formulaOf(at: number): string {
  const [a, b, c, d, e] = [1, 2, 3, 4, 5].map((each) => codeOf(at * 5 + each))
  return `([${a}] + [${b}] - [${c}]) / ([${d}] + [${e}])`
}

function vintageLine(tenantId: string, number: number): string {
  const hash = createHash('sha256').update(`bench ${number}`).digest('hex')
  return copyLine([tenantId, number, AT, 'bench', idOf(9, 1), 'bench', '', hash, 1, 1])
}

interface Blocks {
  readonly tenantId: string
  readonly flags: Flags
  readonly months: readonly Month[]
}

/** Units keep their order for long, as districts do, so that there are streaks; month by month, as values come in. */
async function seedBlocks(
  copier: ReturnType<typeof createCopier>,
  { tenantId, flags, months }: Blocks,
): Promise<void> {
  const random = seededRandom(2024)
  const sizes = Array.from({ length: flags.indicators }, () => 10 ** (2 + 4 * random.next()))
  const units = `{${Array.from({ length: flags.units }, (_, at) => at + 2).join(',')}}`
  let lines: string[] = []
  for (const [at, month] of months.entries())
    for (let indicator = 1; indicator <= flags.indicators; indicator++) {
      const values = valuesOf({ random, indicator, size: sizes[indicator - 1]!, at, units: flags.units })
      const isRevised = (indicator * 7 + at) % REVISED === 0
      for (const vintage of isRevised ? [1, 2, 3] : [1]) {
        const text =
          vintage === 1 ? values : values.map((value) => (Number(value) * (1 + vintage / 1000)).toFixed(2))
        lines.push(`${tenantId}\t${indicator}\t${month.number}\t${vintage}\t${units}\t{${text.join(',')}}\n`)
      }
      if (lines.length < BLOCKS_A_BATCH) continue
      await copier.load([{ into: BLOCKS, lines }])
      lines = []
    }
  await copier.load([{ into: BLOCKS, lines }])
}

interface Values {
  readonly random: Random
  readonly indicator: number
  readonly size: number
  readonly at: number
  readonly units: number
}

function valuesOf({ random, indicator, size, at, units }: Values): string[] {
  return Array.from({ length: units }, (_, unit) => {
    const share = 1 + ((unit * 31 + indicator * 17) % units) / units
    return (size * share * (1 + at * 0.004) * (0.97 + 0.06 * random.next())).toFixed(2)
  })
}

function targetLines(tenantId: string, { units }: Flags, year: number): string[] {
  const random = seededRandom(7)
  return Array.from({ length: AIMED * units }, (_, at) => {
    const [indicator, unit] = [Math.floor(at / units) + 1, (at % units) + 2]
    const value = (1000 + 1_000_000 * random.next()).toFixed(0)
    const period = 100_000_000 + year * 10_000 + 1231
    const path = '{"kind":"linear"}'
    return copyLine([
      tenantId,
      idOf(3, at + 1),
      indicator,
      unit,
      period,
      value,
      'cumulative',
      'year',
      path,
      AT,
      'bench',
    ])
  })
}

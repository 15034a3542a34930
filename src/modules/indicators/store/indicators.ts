import type { Selectable } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Defined } from '../definitions/defined.ts'
import { Comparability, type DefinitionVersion, type SeasonalProfile } from '../schema.ts'
import { type IndicatorVersionTable, tables } from './tables.ts'

/** All indicators of the tenant with their versions; of one day only the version that holds. */
export async function loadIndicators(tx: Tx): Promise<Defined[]> {
  const indicators = await tables(tx).selectFrom('indicators.indicator').selectAll().orderBy('code').execute()
  const versions = await tables(tx)
    .selectFrom('indicators.indicator_version')
    .selectAll()
    .orderBy('indicator')
    .orderBy('valid_from')
    .orderBy('version')
    .execute()
  const byIndicator = Map.groupBy(versions, ({ indicator }) => indicator)
  return indicators.map((row) => ({
    number: row.number,
    id: row.id,
    code: row.code,
    retiredOn: row.retired_on,
    versions: (byIndicator.get(row.number) ?? [])
      .filter((version, at, all) => version.valid_from !== all[at + 1]?.valid_from)
      .map(versionOf),
  }))
}

export interface NewIndicator {
  readonly tenantId: string
  readonly number: number
  readonly id: string
  readonly code: string
  readonly at: Date
  readonly by: string
}

export async function insertIndicator(tx: Tx, { tenantId, at, by, ...row }: NewIndicator): Promise<void> {
  await tables(tx)
    .insertInto('indicators.indicator')
    .values({ tenant_id: tenantId, created_at: at, created_by: by, ...row })
    .execute()
}

export async function nextIndicatorNumber(tx: Tx): Promise<number> {
  const { last } = await tables(tx)
    .selectFrom('indicators.indicator')
    .select((the) => the.fn.coalesce(the.fn.max('number'), the.lit(0)).as('last'))
    .executeTakeFirstOrThrow()
  return last + 1
}

/** The highest version of an indicator, whatever day it is in force from. */
export async function lastVersion(tx: Tx, indicator: number): Promise<number> {
  const { last } = await tables(tx)
    .selectFrom('indicators.indicator_version')
    .select((the) => the.fn.coalesce(the.fn.max('version'), the.lit(0)).as('last'))
    .where('indicator', '=', indicator)
    .executeTakeFirstOrThrow()
  return last
}

export async function insertVersion(
  tx: Tx,
  { tenantId, indicator }: { tenantId: string; indicator: number },
  version: DefinitionVersion,
): Promise<void> {
  await tables(tx)
    .insertInto('indicators.indicator_version')
    .values({
      tenant_id: tenantId,
      indicator,
      version: version.version,
      valid_from: version.validFrom,
      name: version.name,
      name_en: version.nameEn,
      definition: version.definition,
      measure: version.measure,
      decimals: version.decimals,
      frequency: version.frequency,
      lag_days: version.lagDays,
      source_unit_id: version.sourceUnitId,
      owner: version.owner,
      direction: version.direction,
      near_value: version.nearValue,
      over_time: version.overTime,
      over_units: version.overUnits,
      price_basis: version.priceBasis,
      formula: version.formula,
      seasonal: JSON.stringify(version.seasonal),
      comparability: JSON.stringify(version.comparability),
      tags: version.tags,
      aliases: version.aliases,
      cohort: version.cohort,
      breaks_series: version.breaksSeries,
      note: version.note,
      created_at: new Date(version.createdAt),
      created_by: version.createdBy,
    })
    .execute()
}

function versionOf(row: Selectable<IndicatorVersionTable>): DefinitionVersion {
  return {
    version: row.version,
    validFrom: row.valid_from,
    name: row.name,
    nameEn: row.name_en,
    definition: row.definition,
    measure: row.measure,
    decimals: row.decimals,
    frequency: row.frequency,
    lagDays: row.lag_days,
    sourceUnitId: row.source_unit_id,
    owner: row.owner,
    direction: row.direction,
    nearValue: row.near_value,
    overTime: row.over_time,
    overUnits: row.over_units,
    priceBasis: row.price_basis,
    formula: row.formula,
    seasonal: row.seasonal as SeasonalProfile | null,
    comparability: Comparability.parse(row.comparability),
    tags: row.tags,
    aliases: row.aliases,
    cohort: row.cohort,
    breaksSeries: row.breaks_series,
    note: row.note,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
  }
}

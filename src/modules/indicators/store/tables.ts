import type { ColumnType, Generated } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Aggregation, Direction, Frequency, PriceBasis } from '../schema.ts'

/** Written as JSON text, read as the value. */
export type Json<Value> = ColumnType<Value, string, string>

export interface IndicatorTable {
  tenant_id: string
  id: string
  number: number
  code: string
  created_at: Date
  created_by: string
  retired_on: Day | null
}

export interface IndicatorVersionTable {
  tenant_id: string
  indicator: number
  version: number
  valid_from: Day
  name: string
  name_en: string
  definition: string
  measure: string
  decimals: number
  frequency: Frequency
  lag_days: number
  source_unit_id: string | null
  owner: string
  direction: Direction
  near_value: string | null
  over_time: Aggregation
  over_units: Aggregation
  price_basis: PriceBasis
  formula: string | null
  seasonal: Json<unknown>
  comparability: Json<unknown>
  tags: string[]
  aliases: string[]
  cohort: string | null
  breaks_series: boolean
  note: string
  created_at: Date
  created_by: string
}

export interface MeasuredUnitTable {
  tenant_id: string
  number: number
  unit_id: string | null
  key: string
  name: string
  aliases: string[]
  kind: 'registered' | 'external'
  cohort: string | null
}

export interface VintageTable {
  tenant_id: string
  number: number
  published_at: Date
  published_by: string
  publisher_id: string
  source: string
  note: string
  import_id: string | null
  content_hash: string
  blocks: number
  rows: number
}

export interface ReadingTable {
  tenant_id: string
  indicator: number
  period: number
  unit: number
  unit_id: string | null
  value: string | null
  note: string
  state: 'reported' | 'verified'
  reporter_id: string
  in_name_of: Generated<string[]>
  reported_by: string
  reported_at: Date
  verifier_id: string | null
  verified_by: string | null
  verified_at: Date | null
  version: Generated<number>
}

export interface TargetTable {
  tenant_id: string
  id: string
  indicator: number
  unit: number
  period: number
  value: string
  kind: 'level' | 'growth' | 'cumulative' | 'share-done'
  horizon: 'year' | 'half' | 'quarter' | 'month' | 'plan'
  path: Json<unknown>
  document: string
  version: Generated<number>
  changed_at: Date
  changed_by: string
}

export interface PublicationTable {
  tenant_id: string
  number: number
  league_id: string | null
  indicator: number | null
  cohort: string
  period: number
  vintage: number
  as_of: Day
  title: string
  content: Json<unknown>
  content_hash: string
  frozen_at: Date
  frozen_by: string
  freezer_id: string
}

/** The rows of migrations/0001-indicators.sql that this module reads and writes by kysely. */
type IndicatorsTables = {
  'indicators.head': {
    tenant_id: string
    vintage: Generated<number>
    publication: Generated<number>
    definitions: Generated<number>
  }
  'indicators.measured_unit': MeasuredUnitTable
  'indicators.indicator': IndicatorTable
  'indicators.indicator_version': IndicatorVersionTable
  'indicators.vintage': VintageTable
  'indicators.reading': ReadingTable
  'indicators.target': TargetTable
  'indicators.publication': PublicationTable
}

export const tables = (tx: Tx) => tx.withTables<IndicatorsTables>()

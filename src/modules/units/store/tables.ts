import type { ColumnType } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { CityMap, UnitKind } from '../schema.ts'

export interface UnitTable {
  tenant_id: string
  id: string
  key: string
  kind: UnitKind
  name: string
  full_name: string | null
  name_en: string | null
  code: string | null
  parent_id: string | null
  valid_from: string | null
  valid_to: string | null
  successor_id: string | null
  position: number
}

export interface MembershipTable {
  tenant_id: string
  unit_id: string
  position: number
  cohort_key: string
  valid_from: string | null
  valid_to: string | null
}

/** The rows of migrations/. */
type UnitsTables = {
  'units.city': { tenant_id: string; key: string; name: string; name_en: string }
  'units.unit': UnitTable
  'units.unit_alias': { tenant_id: string; unit_id: string; position: number; alias: string }
  'units.cohort': {
    tenant_id: string
    key: string
    name: string
    name_en: string
    aliases: string[]
    position: number
  }
  'units.cohort_membership': MembershipTable
  'units.outline': { tenant_id: string; content: ColumnType<CityMap, string, string> }
}

export const tables = (tx: Tx) => tx.withTables<UnitsTables>()

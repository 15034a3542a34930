import { useState } from 'react'
import type { ColumnRole, TableImport, TableMapping, ValueColumn } from '../../../../api/indicator-sheets.ts'

type Whole = TableMapping['table']

export interface TableDraft {
  readonly mapping: TableMapping
  /** Another one than was checked last. */
  readonly isChanged: boolean
  readonly fault: 'no-values' | 'role-twice' | undefined
  readonly setRole: (column: number, role: ColumnRole['role']) => void
  readonly setValue: (column: number, change: Partial<Omit<ValueColumn, 'role'>>) => void
  readonly setWhole: (change: Partial<Whole>) => void
  readonly setMapping: (change: Partial<TableMapping>) => void
}

/** How the table is read, as it is on screen; begun with what the server holds. */
export function useTableDraft(table: TableImport): TableDraft {
  const [mapping, setDraft] = useState<TableMapping>(table.mapping)
  const setColumn = (at: number, next: (now: ColumnRole) => ColumnRole) =>
    setDraft((now) => ({
      ...now,
      columns: now.columns.map((each, column) => (column === at ? next(each) : each)),
    }))
  return {
    mapping,
    isChanged: JSON.stringify(mapping) !== JSON.stringify(table.mapping),
    fault: faultOf(mapping.columns),
    setRole: (column, role) => setColumn(column, (now) => columnOf(role, now)),
    setValue: (column, change) =>
      setColumn(column, (now) => (now.role === 'value' ? { ...now, ...change } : now)),
    setWhole: (change) => setDraft((now) => ({ ...now, table: { ...now.table, ...change } })),
    setMapping: (change) => setDraft((now) => ({ ...now, ...change })),
  }
}

const EMPTY: Omit<ValueColumn, 'role'> = {
  indicator: null,
  aspect: 'level',
  period: null,
  unit: null,
  measure: null,
}

function columnOf(role: ColumnRole['role'], now: ColumnRole): ColumnRole {
  if (role !== 'value') return { role }
  return now.role === 'value' ? now : { role, ...EMPTY }
}

/** Why the server would refuse it, by the same two rules. */
function faultOf(columns: readonly ColumnRole[]): TableDraft['fault'] {
  if (!columns.some(({ role }) => role === 'value')) return 'no-values'
  const roles = columns.map(({ role }) => role).filter((role) => !['value', 'ignored', 'note'].includes(role))
  return new Set(roles).size < roles.length ? 'role-twice' : undefined
}

import type { Tx } from '../../../kernel/context.ts'
import { invalid } from '../../../kernel/errors.ts'
import { loadRegister, resolveUnit } from '../../units/index.ts'
import type { ResolveName } from '../rules/decisions/propose-statements.ts'
import { reportDay } from '../rules/decisions/report-day.ts'

export type LoadedRegister = Awaited<ReturnType<typeof loadRegister>>

/** Resolves printed names as of a report's date, each name once. */
export function unitResolver({ register, ids }: LoadedRegister, reportDate: string | null): ResolveName {
  const day = reportDay(reportDate)
  const known = new Map<string, string | null>()
  return (name) => {
    if (name === null) return null
    const before = known.get(name)
    if (before !== undefined) return before
    const resolution = resolveUnit(register, name, day)
    const id = resolution.kind === 'resolved' ? (ids.get(resolution.unit.key) ?? null) : null
    known.set(name, id)
    return id
  }
}

/** @throws `reports.no-such-unit` for the first id that no unit of the register has; null is no unit and fine. */
export async function requireUnits(tx: Tx, unitIds: readonly (string | null)[]): Promise<void> {
  if (unitIds.every((id) => id === null)) return
  const known = new Set((await loadRegister(tx)).ids.values())
  const missing = unitIds.find((id) => id !== null && !known.has(id))
  if (missing) throw invalid('reports.no-such-unit', { unitId: missing })
}

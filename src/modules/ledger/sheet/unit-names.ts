import type { Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import { loadRegister, resolveUnit } from '../../units/index.ts'

/** A unit whose name alone is not enough stands in a sheet as 名称〔key〕. */
const KEYED = /〔([^〔〕]+)〕\s*$/

export interface UnitNames {
  /** The unit that a name means on a day; each name is looked up once. */
  readonly resolve: (name: string, day: Day) => string | undefined
  /** A name by which `resolve` finds the unit again on that day. */
  readonly nameOf: (unitId: string, day: Day) => string
  /** Ids in the order of the register. */
  readonly order: readonly string[]
}

/** The register as spreadsheets speak of it. */
export async function loadUnitNames(tx: Tx): Promise<UnitNames> {
  const { register, ids } = await loadRegister(tx)
  const byId = new Map(register.units.map((unit) => [ids.get(unit.key)!, unit]))
  const known = new Map<string, string | undefined>()
  const resolve = (name: string, day: Day): string | undefined => {
    const keyed = KEYED.exec(name)?.[1]
    if (keyed !== undefined && ids.has(keyed)) return ids.get(keyed)
    const key = `${day} ${name}`
    if (!known.has(key)) {
      const found = resolveUnit(register, name, day)
      known.set(key, found.kind === 'resolved' ? ids.get(found.unit.key) : undefined)
    }
    return known.get(key)
  }
  return {
    resolve,
    nameOf(unitId, day) {
      const unit = byId.get(unitId)
      if (!unit) return unitId
      return resolve(unit.name, day) === unitId ? unit.name : `${unit.name}〔${unit.key}〕`
    },
    order: [...byId.keys()],
  }
}

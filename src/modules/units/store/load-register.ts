import type { Tx } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Register, RegisterUnit, Unit } from '../schema.ts'
import { loadCohorts, loadUnits } from './load-units.ts'
import { tables } from './tables.ts'

export interface LoadedRegister {
  readonly register: Register
  /** The id of each unit by its key in the register. */
  readonly ids: ReadonlyMap<string, string>
}

/** The tenant's register as a pack would write it, for the rules. @throws `units.no-register` before one is stored. */
export async function loadRegister(tx: Tx): Promise<LoadedRegister> {
  const loaded = await findRegister(tx)
  if (loaded === undefined) throw notFound('units.no-register')
  return loaded
}

/** The same, or undefined before a register is stored. */
export async function findRegister(tx: Tx): Promise<LoadedRegister | undefined> {
  const city = await tables(tx).selectFrom('units.city').select(['key', 'name', 'name_en']).executeTakeFirst()
  if (city === undefined) return undefined
  const units = await loadUnits(tx)
  const keys = new Map(units.map(({ id, key }) => [id, key]))
  const register: Register = {
    city: { key: city.key, name: city.name, nameEn: city.name_en },
    cohorts: await loadCohorts(tx),
    units: units.map((unit) => registerUnitOf(unit, keys)),
  }
  return { register, ids: new Map(units.map(({ id, key }) => [key, id])) }
}

function registerUnitOf(unit: Unit, keys: ReadonlyMap<string, string>): RegisterUnit {
  const { id: _, parentId, successorId, ...rest } = unit
  const keyOf = (id: string | null) => (id === null ? null : (keys.get(id) ?? null))
  return { ...rest, parent: keyOf(parentId), successor: keyOf(successorId) }
}

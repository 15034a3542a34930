import type { Register, RegisterUnit } from '../schema.ts'
import { foldName } from './fold-name.ts'

export interface NameEntry {
  readonly unit: RegisterUnit
  readonly via: 'name' | 'full-name' | 'alias'
}

export type NameIndex = ReadonlyMap<string, readonly NameEntry[]>

/** A report asks for hundreds of names of one register: its index is built once and goes with it. */
const indexes = new WeakMap<Register, NameIndex>()

/** Every folded name, full name and alias of a register with the units that carry it. */
export function nameIndexOf(register: Register): NameIndex {
  let index = indexes.get(register)
  if (index === undefined) {
    index = buildNameIndex(register)
    indexes.set(register, index)
  }
  return index
}

function buildNameIndex(register: Register): NameIndex {
  const index = new Map<string, NameEntry[]>()
  const add = (name: string, entry: NameEntry) => {
    const key = foldName(name)
    const entries = index.get(key) ?? []
    if (!entries.some((known) => known.unit === entry.unit)) index.set(key, [...entries, entry])
  }
  for (const unit of register.units) {
    add(unit.name, { unit, via: 'name' })
    if (unit.fullName !== null) add(unit.fullName, { unit, via: 'full-name' })
    for (const alias of unit.aliases) add(alias, { unit, via: 'alias' })
  }
  return index
}

import type { Context, Tx } from '../../../kernel/context.ts'
import { answersAt } from '../../../platform/answers/index.ts'
import { findCohort, type LoadedRegister, loadRegister, type RegisterUnit } from '../../units/index.ts'
import type { Membership } from '../rules/league/cohort-on.ts'
import { type Head, lockHead, moveHead } from '../store/head.ts'
import { insertMeasuredUnits, loadMeasuredUnits, type StoredUnit } from '../store/measured-units.ts'

/** Who is measured. */
export interface MeasuredUnit {
  readonly number: number
  /** In the register; null for one outside it. */
  readonly unitId: string | null
  readonly key: string
  readonly name: string
  readonly aliases: readonly string[]
}

export interface MeasuredCohort {
  readonly key: string
  readonly name: string
  readonly nameEn: string
}

export interface FoundCohort {
  readonly key: string
  readonly memberships: readonly Membership[]
}

export interface MeasuredUnits {
  readonly all: readonly MeasuredUnit[]
  readonly byNumber: ReadonlyMap<number, MeasuredUnit>
  readonly byKey: ReadonlyMap<string, MeasuredUnit>
  readonly byUnitId: ReadonlyMap<string, MeasuredUnit>
  readonly cohorts: readonly MeasuredCohort[]
  /** The number of the unit above. */
  readonly parentOf: ReadonlyMap<number, number>
  /** The cohort that a key or name stands for, with everyone who ever belonged to it. */
  findCohort(cohort: string): FoundCohort | undefined
}

/** The units that are measured, with a number for each unit of the register. */
export async function measuredUnits(ctx: Context, tx: Tx, { definitions }: Head): Promise<MeasuredUnits> {
  const answers = await answersAt(ctx, tx)
  const question = { name: 'indicators.measured-units', of: definitions, isForAll: true } as const
  const kept = await answers.keep(question, () => load(tx))
  return kept.missing.length === 0 ? kept.units : numberMissing(ctx, tx)
}

interface Loaded {
  readonly units: MeasuredUnits
  /** Keys of the register that have no number yet. */
  readonly missing: readonly string[]
}

async function load(tx: Tx): Promise<Loaded> {
  const loaded = await loadRegister(tx)
  const stored = await loadMeasuredUnits(tx)
  const known = new Set(stored.map(({ unitId }) => unitId))
  const missing = loaded.register.units.filter(({ key }) => !known.has(loaded.ids.get(key)!))
  return { units: unitsOf(loaded, stored), missing: missing.map(({ key }) => key) }
}

/** Gives new units of the register their numbers. Whoever reads first does it, the others wait for the head. */
async function numberMissing(ctx: Context, tx: Tx): Promise<MeasuredUnits> {
  const head = await lockHead(tx, ctx.tenantId)
  const loaded = await loadRegister(tx)
  const stored = await loadMeasuredUnits(tx)
  const known = new Set(stored.map(({ unitId }) => unitId))
  let number = stored.at(-1)?.number ?? 0
  const added = loaded.register.units.flatMap(({ key, name, aliases }): StoredUnit[] => {
    const unitId = loaded.ids.get(key)!
    if (known.has(unitId)) return []
    number += 1
    return [{ number, unitId, key, name, aliases, cohort: null }]
  })
  if (added.length > 0) {
    await insertMeasuredUnits(tx, ctx.tenantId, added)
    await moveHead(tx, { definitions: head.definitions + 1 })
  }
  return unitsOf(loaded, [...stored, ...added])
}

function unitsOf({ register, ids }: LoadedRegister, stored: readonly StoredUnit[]): MeasuredUnits {
  const ofRegister = new Map(register.units.map((unit) => [ids.get(unit.key)!, unit]))
  const cohortOf = new Map(stored.map(({ number, cohort }) => [number, cohort]))
  const all = stored.map(({ number, unitId, key, name, aliases }): MeasuredUnit => {
    // Names are the register's as it stands now.
    const unit = unitId === null ? undefined : ofRegister.get(unitId)
    return unit
      ? { number, unitId, key: unit.key, name: unit.name, aliases: unit.aliases }
      : { number, unitId, key, name, aliases }
  })
  const byKey = new Map(all.map((unit) => [unit.key, unit]))
  const registered = new Set(register.cohorts.map(({ key }) => key))
  const external = [...new Set(stored.flatMap(({ cohort }) => cohort ?? []))].filter(
    (cohort) => !registered.has(cohort),
  )
  const city = byKey.get(register.city.key)
  const found = new Map<string, FoundCohort>()
  return {
    all,
    byNumber: new Map(all.map((unit) => [unit.number, unit])),
    byKey,
    byUnitId: new Map(all.flatMap((unit) => (unit.unitId === null ? [] : [[unit.unitId, unit] as const]))),
    cohorts: [
      ...register.cohorts.map(({ key, name, nameEn }) => ({ key, name, nameEn })),
      ...external.map((key) => ({ key, name: key, nameEn: key })),
    ],
    parentOf: new Map(register.units.flatMap(parentNumbers)),
    findCohort(cohort) {
      // One list for one cohort, so that what is derived from it can be kept beside it.
      const kept = found.get(cohort)
      if (kept) return kept
      const made = lookUp(cohort)
      if (made) found.set(cohort, made)
      return made
    },
  }

  function lookUp(cohort: string): FoundCohort | undefined {
    const known = findCohort(register, cohort)
    // A cohort of the register may have members outside it: provinces beside the city that is one.
    if (known)
      return { key: known.key, memberships: [...registeredIn(known.key), ...outside(known.key).map(always)] }
    if (!external.includes(cohort)) return undefined
    // The city is compared with those outside, so it is one of them.
    const members = city ? [city, ...outside(cohort)] : outside(cohort)
    return { key: cohort, memberships: members.map(always) }
  }

  function outside(cohort: string): MeasuredUnit[] {
    return all.filter(({ number }) => cohortOf.get(number) === cohort)
  }

  function parentNumbers({ key, parent }: RegisterUnit): [number, number][] {
    const [unit, above] = [byKey.get(key), parent === null ? undefined : byKey.get(parent)]
    return unit && above ? [[unit.number, above.number]] : []
  }

  function registeredIn(cohort: string): Membership[] {
    return register.units.flatMap(({ key, validity, successor, cohorts }) =>
      cohorts.flatMap((membership): Membership[] => {
        const unit = byKey.get(key)
        if (membership.key !== cohort || !unit) return []
        const from = later(validity.from, membership.validity.from)
        const to = earlier(validity.to, membership.validity.to)
        const next = successor === null ? undefined : byKey.get(successor)?.number
        return [{ unit: unit.number, from, to, successor: next ?? null }]
      }),
    )
  }
}

const always = ({ number }: MeasuredUnit): Membership => ({ unit: number, from: null, to: null })

const later = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a)
const earlier = (a: string | null, b: string | null) => (a === null || (b !== null && b < a) ? b : a)

import { modules } from '../../apps/modules.ts'
import type { Clock } from '../../kernel/clock.ts'
import { fixedClock } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import type { Role } from '../../kernel/permissions.ts'
import { createContext, type Database, systemActor } from '../database/index.ts'
import { buildServer, type QuarterdeckServer } from '../http/index.ts'
import { listTenants, type Tenant } from '../tenants/index.ts'
import { cityActor } from './city-actor.ts'
import { type CityUnit, readCityUnits } from './city-units.ts'
import { openTestDatabase } from './open-test-database.ts'

export interface TestCity {
  readonly database: Database
  readonly tenant: Tenant
  /** Stands still at 2024-04-10T02:00:00Z until `setClock`. */
  readonly clock: Clock
  setClock(instant: string): void
  /** A context of a person of the role; `unit` is a key of the register, for a leader the city unless given. */
  as(role: Role, options?: { unit?: string }): Context
  /** With every permission, as the command line has it. */
  asSystem(): Context
  /** @throws Error on a key that packs/riverport does not have. */
  unitId(key: string): string
  /** The real server without a port: `(await city.http()).inject(…)`. Responses that no route declares fail. */
  http(): Promise<QuarterdeckServer>
  close(): Promise<void>
}

/** A leader without a unit of his own is the city's. */
const CITY_ROLE_UNIT: Partial<Record<Role, string>> = { leader: 'riverport' }

const START = '2024-04-10T02:00:00Z'

/** The fixture city in a database of its own. Close it in `afterAll`. */
export async function openTestCity(): Promise<TestCity> {
  const { database, close } = await openTestDatabase()
  const tenant = (await listTenants(database))[0]!
  let current = fixedClock(START)
  const clock: Clock = { now: () => current.now(), today: () => current.today(), time: () => current.time() }
  const base = { database, tenantId: tenant.id, clock, locale: 'zh-CN', modules } as const
  const asSystem = () => createContext({ ...base, actor: systemActor(modules) })
  const units = await readCityUnits(asSystem())
  let server: Promise<QuarterdeckServer> | undefined

  return {
    database,
    tenant,
    clock,
    setClock(instant) {
      current = fixedClock(instant)
    },
    as: (role, { unit } = {}) =>
      createContext({ ...base, actor: cityActor(role, unitOf(units, unit ?? CITY_ROLE_UNIT[role]), units) }),
    asSystem,
    unitId: (key) => unitOf(units, key)!.id,
    http() {
      server ??= buildServer({ database, modules, clock, strict: true })
      return server
    },
    async close() {
      await (await server)?.close()
      await close()
    },
  }
}

function unitOf(units: readonly CityUnit[], key: string | undefined): CityUnit | undefined {
  if (key === undefined) return undefined
  const unit = units.find((each) => each.key === key)
  if (!unit) throw new Error(`packs/riverport has no unit "${key}"`)
  return unit
}

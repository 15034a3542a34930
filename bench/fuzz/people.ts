import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { modules } from '../../src/apps/modules.ts'
import { ROLES, type Role } from '../../src/kernel/permissions.ts'
import { addAccount, signInOver, TEST_PASSWORD } from '../../src/modules/identity/testing.ts'
import { listUnits } from '../../src/modules/units/index.ts'
import { permissionTable } from '../../src/platform/permissions.ts'
import type { FuzzCity } from './fuzz-city.ts'
import type { Pools } from './pools.ts'

const ANYBODY = [...ROLES, 'nobody', 'token']

/** For each route of the document who sends cases to it: mostly those who may, sometimes anybody. */
export async function whoMay(city: FuzzCity): Promise<(method: string, route: string) => readonly string[]> {
  const table = permissionTable(modules)
  const rules = new Map<string, readonly string[]>()
  for (const { method, path, permission } of (await city.http()).routeTable) {
    const allowed = Object.keys(table[permission] ?? {})
    const often =
      allowed.length > 0 ? Array.from({ length: 30 }, (_, at) => allowed[at % allowed.length]!) : []
    rules.set(`${method} ${path.replace(/:(\w+)/g, '{$1}')}`, [...often, ...ANYBODY])
  }
  return (method, route) => rules.get(`${method} ${route}`) ?? ANYBODY
}

/** The headers of one signed-in person of each role; a person who was signed out or locked is followed by another. */
export class People {
  readonly #city: FuzzCity
  readonly #headers = new Map<string, Promise<Record<string, string>>>()
  #count = 0

  constructor(city: FuzzCity) {
    this.#city = city
  }

  headersOf(who: string): Promise<Record<string, string>> {
    if (who === 'nobody') return Promise.resolve({})
    const known = this.#headers.get(who) ?? (who === 'token' ? this.#token() : this.#signIn(who as Role))
    this.#headers.set(who, known)
    return known
  }

  isKnown(who: string): boolean {
    return who === 'nobody' || this.#headers.has(who)
  }

  /** Called when an answer says that the person is no longer signed in. */
  forget(who: string): void {
    this.#headers.delete(who)
  }

  async #signIn(role: Role): Promise<Record<string, string>> {
    const app = await this.#city.http()
    const username = `fuzz-${role}-${++this.#count}`
    // A case may have set rules for passwords that the one of all tests does not keep.
    await sql`delete from identity.security_settings`.execute(this.#city.database.owner)
    await addAccount(this.#city.asSystem(), { role, username, unitId: await this.#unitOf(role) })
    const { headers } = await signInOver(app, username, { 'x-forwarded-for': this.#newAddress() })
    return headers
  }

  async #token(): Promise<Record<string, string>> {
    const app = await this.#city.http()
    const headers = await this.headersOf('officer')
    const permissions = ['ledger.read', 'ledger.create', 'reports.read', 'units.read']
    const payload = { name: `fuzz ${this.#count}`, permissions, days: 30, password: TEST_PASSWORD }
    const made = await app.inject({ method: 'POST', url: '/api/account/tokens', payload, headers })
    if (made.statusCode === 401 || made.json().code === 'kernel.duty-first') {
      // A case that ran meanwhile has signed the officer out, or has asked a second factor of everybody.
      this.forget('officer')
      return this.#token()
    }
    if (made.statusCode !== 201) throw new Error(`no token: ${made.body}`)
    return { authorization: `Bearer ${made.json().token}` }
  }

  async #unitOf(role: Role): Promise<string | null> {
    if (role !== 'liaison' && role !== 'leader') return null
    const { units } = await listUnits(this.#city.asSystem(), {})
    const root = units.find(({ parentId }) => parentId === null)!
    return role === 'leader' ? root.id : units.find(({ parentId }) => parentId === root.id)!.id
  }

  #newAddress = (): string => `10.9.${(this.#count >> 8) & 255}.${this.#count & 255}`
}

const FIXTURES = new URL('../../src/modules/reports/fixtures/held-out/', import.meta.url)

/** Gives the city something to be attacked: a few matters of the ledger, reports; and harvests what there is. */
export async function furnish(
  city: FuzzCity,
  { people, pools }: { people: People; pools: Pools },
): Promise<void> {
  const app = await city.http()
  const officer = await people.headersOf('officer')
  const { units } = await listUnits(city.asSystem(), {})
  for (let at = 0; at < 24; at++) {
    const unit = units[at % units.length]!
    const payload = { title: `整治第${at + 1}处老旧小区`, leadUnitId: unit.id, dueOn: '2024-06-30' }
    const made = await app.inject({ method: 'POST', url: '/api/items', payload, headers: officer })
    const id = made.json().id
    if (id && at % 3 > 0)
      await app.inject({ method: 'POST', url: `/api/items/${id}/dispatch`, payload: {}, headers: officer })
  }
  for (const name of readdirSync(FIXTURES)
    .filter((each) => each.endsWith('-a.txt'))
    .slice(0, 6)) {
    const payload = { text: readFileSync(new URL(name, FIXTURES), 'utf8') }
    await app.inject({ method: 'POST', url: '/api/reports', payload, headers: officer })
  }
  await harvest(city, { people, pools })
}

/** Asks every list, then some of its rows, and keeps the ids, keys and words of the answers. */
async function harvest(city: FuzzCity, { people, pools }: { people: People; pools: Pools }): Promise<void> {
  const app = await city.http()
  const routes = app.routeTable.filter(({ method }) => method === 'GET')
  for (const role of ['officer', 'statistician', 'system-admin', 'audit-admin', 'liaison']) {
    const headers = await people.headersOf(role)
    for (const { path } of routes) {
      if (path === '/api/openapi.json' || /oidc|ready/.test(path)) continue
      for (let at = 0; at < (path.includes(':') ? 3 : 1); at++) {
        const before = (name: string) =>
          path
            .slice(0, path.indexOf(`:${name}`))
            .split('/')
            .at(-2) ?? ''
        const url = path.replace(/:(\w+)/g, (_, name: string) =>
          pools.pick(
            name === 'id'
              ? before(name)
              : ['code', 'key', 'number'].includes(name)
                ? `${before(name)}.${name}`
                : name,
            at,
          ),
        )
        const answer = await app.inject({ url: encodeURI(url), headers })
        if (answer.statusCode === 200 && answer.headers['content-type']?.includes('json'))
          pools.take(path, answer.json())
      }
    }
  }
}

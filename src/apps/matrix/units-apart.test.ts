import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context, Tx } from '../../kernel/context.ts'
import { addAccount, signInOver } from '../../modules/identity/testing.ts'
import { createContext } from '../../platform/database/index.ts'
import { permissionTable } from '../../platform/permissions.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { modules } from '../modules.ts'
import table from './commands.json' with { type: 'json' }
import { type Command, findCommands } from './find-commands.ts'
import { MARK, type Secrets, writeSecrets } from './testing/write-secrets.ts'

/** What a role may be given for its own unit only: whoever holds it there sees no other unit's. */
const UNIT_BOUND = ['ledger.read', 'ledger.work', 'ledger.approve', 'indicators.report', 'reviews.read']

/** What can be begun with; the rest runs inside these. */
const ASKING = new Set(Object.values(table['by permission']).flat())

let city: TestCity
let commands: readonly Command[]
let secrets: Secrets
let holding: string[]
beforeAll(async () => {
  city = await openTestCity()
  secrets = await writeSecrets(city, 'qingdu')
  commands = (await findCommands()).filter(
    // A file that it begins to write is asked for by its route.
    ({ name }) => ASKING.has(name) && name !== 'ledger/exportItems',
  )
  const { database, tenant } = city
  holding = await database.forTenant({ tenantId: tenant.id, ...EVERYTHING }, async (tx) =>
    tablesWithMark(tx, await tableNames(tx)),
  )
})
afterAll(() => city?.close())

/** No row of the tenant is hidden. */
const EVERYTHING = { unitIds: '*', anyPermissions: Object.keys(permissionTable(modules)) } as const

async function tableNames(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', nspname, relname) as name
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'p') and not relispartition and relrowsecurity
      and has_table_privilege(pg_class.oid, 'select')
    order by 1`.execute(tx)
  return rows.map(({ name }) => name)
}

/** The tables in which a row says the mark, asked without any condition on whose it is. */
async function tablesWithMark(tx: Tx, names: readonly string[]): Promise<string[]> {
  const asked = names.map(
    (name) => `select '${name}' as name where exists (
    select from ${name} as it where it::text like '%${MARK}%')`,
  )
  const { rows } = await sql.raw<{ name: string }>(asked.join(' union all ')).execute(tx)
  return rows.map(({ name }) => name)
}

/** Somebody of another unit, who holds each permission for that unit and those below. */
function neighbour(permissions: readonly string[]): Context {
  const { database, tenant, clock } = city
  const unitId = city.unitId('heting')
  const grants = { permissions: Object.fromEntries(permissions.map((each) => [each, [unitId]])) }
  const actor = { userId: '01900000-0000-7000-8000-00000000beef', name: '邻区', roles: [], unitId, grants }
  return createContext({ database, tenantId: tenant.id, actor, clock, locale: 'zh-CN', modules })
}

const somePermissions = fc.subarray(UNIT_BOUND)

describe('What belongs to another unit', () => {
  it('is there, or the next tests would look for nothing', () => {
    expect(holding).toEqual([
      'inbox.message',
      'inbox.webhook_delivery',
      'indicators.reading',
      'journal.entry',
      'ledger.evidence',
      'ledger.extension',
      'ledger.item',
      'ledger.item_history',
      'ledger.pressing',
      'ledger.progress_report',
      'reviews.review_line',
    ])
  })

  it('is shown by no query that forgets its filter', async () => {
    await fc.assert(
      fc.asyncProperty(somePermissions, async (permissions) => {
        const shown = await neighbour(permissions).transaction((tx) => tablesWithMark(tx, holding))
        expect({ permissions, shown }).toEqual({ permissions, shown: [] })
      }),
      { numRuns: 32 },
    )
  })

  it('is told by no command and changed by none, whatever of the own unit one holds', async () => {
    const before = await digest()
    const some = fc.tuple(somePermissions, fc.constantFrom(...secrets.ids))
    await fc.assert(
      fc.asyncProperty(some, async ([permissions, id]) => {
        const ctx = neighbour(permissions)
        for (const command of commands) {
          const told = await answerOf(command, ctx, id)
          expect({ command: command.name, permissions, isTold: told.includes(MARK) }).toEqual({
            command: command.name,
            permissions,
            isTold: false,
          })
        }
      }),
      { numRuns: 4, examples: secrets.ids.map((id) => [[UNIT_BOUND, id]]) },
    )
    expect(await digest()).toEqual(before)
  })

  it('is told by no route to its neighbours', async () => {
    const app = await city.http()
    for (const role of ['liaison', 'leader'] as const) {
      await addAccount(city.asSystem(), {
        username: `neighbour-${role}`,
        role,
        unitId: city.unitId('heting'),
      })
      const { headers } = await signInOver(app, `neighbour-${role}`)
      const paths = app.routeTable.filter(({ method }) => method === 'GET').map(({ path }) => path)
      const urls = paths.flatMap((path) => secrets.ids.map((id) => urlOf(path, id)))
      for (const url of new Set(urls)) {
        const { body } = await app.inject({ url, headers })
        expect({ role, url, isTold: body.includes(MARK) }).toEqual({ role, url, isTold: false })
      }
    }
  })
})

const urlOf = (path: string, id: string) =>
  path.replace(':unitId', city.unitId('qingdu')).replaceAll(/:\w+/g, id)

/** What a command answers, as text, when everything that it may ask for is that id; what it throws tells, too. */
async function answerOf(command: Command, ctx: Context, id: string): Promise<string> {
  const given = () =>
    new Proxy({}, { get: (_, key) => (typeof key === 'symbol' || key === 'then' ? undefined : id) })
  const rest = command.parameters.slice(1).map((each) => (/id$|key|code/i.test(each) ? id : given()))
  try {
    return JSON.stringify(await command.run(ctx, ...rest)) ?? ''
  } catch (error) {
    return `${error} ${JSON.stringify(error)}`
  }
}

/** One hash for each table of all rows that say the mark. */
async function digest(): Promise<Record<string, string>> {
  const { database, tenant } = city
  const asked = holding.map(
    (name) => `select '${name}' as name, md5(string_agg(it::text, '' order by it::text)) as hash
    from ${name} as it where it::text like '%${MARK}%'`,
  )
  const { rows } = await database.forTenant({ tenantId: tenant.id, ...EVERYTHING }, (tx) =>
    sql.raw<{ name: string; hash: string }>(asked.join(' union all ')).execute(tx),
  )
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
}

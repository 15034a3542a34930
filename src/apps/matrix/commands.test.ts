import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../kernel/context.ts'
import { CodedError } from '../../kernel/errors.ts'
import { createContext } from '../../platform/database/index.ts'
import { permissionTable } from '../../platform/permissions.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { modules } from '../modules.ts'
import table from './commands.json' with { type: 'json' }
import { type Command, findCommands } from './find-commands.ts'

/** Which permission each command asks for, written down a second time; not read from the commands. */
const BY_PERMISSION: Readonly<Record<string, readonly string[]>> = table['by permission']
const OTHERS = [
  ...Object.keys(table['by what is asked']),
  ...table["one's own, or before anybody is signed in"],
  ...table['inside another, which has asked'],
]

let city: TestCity
let commands: readonly Command[]
beforeAll(async () => {
  city = await openTestCity()
  commands = await findCommands()
})
afterAll(() => city?.close())

const NOTHING_HAS_THIS_ID = '01900000-0000-7000-8000-000000000000'

/** Input of any shape: whatever is asked of it is the id of nothing. */
const anyInput = () =>
  new Proxy(
    {},
    { get: (_, key) => (typeof key === 'symbol' || key === 'then' ? undefined : NOTHING_HAS_THIS_ID) },
  )

const isWord = (parameter: string) => /id$|key|code|kind|name|address|day|which|number/i.test(parameter)

/** Somebody of no role who holds these permissions for every unit. */
function holding(permissions: readonly string[]): Context {
  const grants = { permissions: Object.fromEntries(permissions.map((each) => [each, 'any' as const])) }
  const actor = { userId: NOTHING_HAS_THIS_ID, name: '甲', roles: [], unitId: null, grants }
  const { database, tenant, clock } = city
  return createContext({ database, tenantId: tenant.id, actor, clock, locale: 'zh-CN', modules })
}

/** The permission for want of which it refused; undefined when it did not refuse for that. */
async function missingFor(command: Command, ctx: Context): Promise<unknown> {
  const rest = command.parameters.slice(1).map((each) => (isWord(each) ? NOTHING_HAS_THIS_ID : anyInput()))
  try {
    await command.run(ctx, ...rest)
  } catch (error) {
    if (error instanceof CodedError && error.code === 'kernel.forbidden') return error.details.permission
  }
  return undefined
}

describe('Every command and query', () => {
  it('stands in the table, once, and the table names no other', () => {
    const listed = [...Object.values(BY_PERMISSION).flat(), ...OTHERS]
    expect(listed.toSorted()).toEqual(commands.map(({ name }) => name).toSorted())
    expect(Object.keys(BY_PERMISSION).filter((each) => !(each in permissionTable(modules)))).toEqual([])
  })

  it('refuses whoever lacks its permission before it looks at anything, and nobody who holds it', async () => {
    const asked = Object.entries(BY_PERMISSION)
    const byName = new Map(commands.map((command) => [command.name, command]))
    const some = fc.subarray(Object.keys(permissionTable(modules)), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(some, async (permissions) => {
        const ctx = holding(permissions)
        for (const [permission, names] of asked) {
          for (const name of names) {
            // It begins to write a file at once, whose end nobody here waits for.
            if (name === 'ledger/exportItems' && permissions.includes(permission)) continue
            const isMissing = (await missingFor(byName.get(name)!, ctx)) === permission
            expect({ name, permissions, isMissing }).toEqual({
              name,
              permissions,
              isMissing: !permissions.includes(permission),
            })
          }
        }
      }),
      { numRuns: 30 },
    )
  })
})

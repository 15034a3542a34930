import type { Context, Tx } from '../../../kernel/context.ts'
import type { Role } from '../../../kernel/permissions.ts'
import { findAccounts } from '../../../platform/accounts.ts'
import { findCityUnitId, loadUnits } from '../../units/index.ts'
import type { Audience, Reminder } from '../rules/reminders/reminder.ts'

/** Which accounts a reminder goes to. Remembers what it looked up, so make one for each run. */
export interface Directory {
  recipients(tx: Tx, reminder: Pick<Reminder, 'to' | 'unitIds'>): Promise<string[]>
}

/** Asks identity by role and unit, and the register for the units above. */
export function openDirectory(ctx: Context): Directory {
  const found = new Map<string, Promise<string[]>>()
  let parents: Promise<ReadonlyMap<string, string | null>> | undefined

  function accountsOf(tx: Tx, role: Role, unitId?: string): Promise<string[]> {
    const key = `${role} ${unitId ?? ''}`
    const known = found.get(key)
    if (known) return known
    const query = { roles: [role], ...(unitId === undefined ? {} : { unitIds: [unitId] }) }
    const asked = findAccounts(tx, ctx, query).then((accounts) => accounts.map(({ id }) => id))
    found.set(key, asked)
    return asked
  }

  async function parentOf(tx: Tx, unitId: string): Promise<string | null> {
    parents ??= loadUnits(tx).then((units) => new Map(units.map(({ id, parentId }) => [id, parentId])))
    return (await parents).get(unitId) ?? null
  }

  /** The unit's own liaisons, or those of the nearest unit above that has any, who may work on it too. */
  async function liaisonsOf(tx: Tx, unitId: string): Promise<string[]> {
    for (let at: string | null = unitId; at !== null; at = await parentOf(tx, at)) {
      const accounts = await accountsOf(tx, 'liaison', at)
      if (accounts.length > 0) return accounts
    }
    // A unit without anybody to tell is not skipped silently: the office hears of it.
    return accountsOf(tx, 'officer')
  }

  async function audience(tx: Tx, to: Audience, unitIds: readonly string[]): Promise<string[]> {
    if (to === 'office') return accountsOf(tx, 'officer')
    if (to === 'city-leader') {
      const cityId = await findCityUnitId(tx)
      return cityId === undefined ? [] : accountsOf(tx, 'leader', cityId)
    }
    const lists: string[][] = []
    for (const unitId of unitIds) {
      lists.push(await (to === 'liaison' ? liaisonsOf(tx, unitId) : accountsOf(tx, 'leader', unitId)))
    }
    return lists.flat()
  }

  return {
    async recipients(tx, { to, unitIds }) {
      const all = new Set<string>()
      for (const each of to) for (const id of await audience(tx, each, unitIds)) all.add(id)
      return [...all]
    },
  }
}

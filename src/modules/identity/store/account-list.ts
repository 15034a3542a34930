import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Role } from '../../../kernel/permissions.ts'
import { thisTenant } from '../../../platform/database/index.ts'
import type { HeldRole } from '../../../platform/module.ts'
import { heldOn } from './held-roles.ts'

export interface AccountLine {
  id: string
  username: string
  name: string
  /** The administrators' one, or none. */
  administrator: Role[]
  held: HeldRole[]
  unitId: string | null
  isDisabled: boolean
  mustChangePassword: boolean
  passwordSetAt: Date
  secondFactorSince: Date | null
  lastSeenAt: Date | null
  total: number
}

/** One page by user name, of those whose user name or title contains the words. */
export async function listAccountLines(
  tx: Tx,
  { words, page, size, today }: { words: string; page: number; size: number; today: Day },
): Promise<AccountLine[]> {
  const pattern = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<AccountLine>`
    select account.id, username, name, roles as administrator, ${heldOn(today)} as held,
      unit_id as "unitId", disabled_at is not null as "isDisabled",
      must_change_password as "mustChangePassword", password_set_at as "passwordSetAt",
      factor.confirmed_at as "secondFactorSince", seen.at as "lastSeenAt", count(*) over () as total
    from identity.account
    left join identity.second_factor factor
      on factor.tenant_id = account.tenant_id and factor.account_id = account.id
    left join lateral (
      select max(last_seen_at) as at from identity.session
      where session.tenant_id = ${thisTenant} and session.account_id = account.id
    ) seen on true
    where account.tenant_id = ${thisTenant} and (username ilike ${pattern} or name ilike ${pattern})
    order by username limit ${size} offset ${(page - 1) * size}`.execute(tx)
  return rows
}

import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { ROLES, type Role } from '../../../kernel/permissions.ts'
import { thisTenant } from '../../../platform/database/index.ts'
import type { HeldRole } from '../../../platform/module.ts'

/**
 * What the account of the statement's table `account` holds on a day, as JSON: its own assignments, and those of whoever
 * has handed theirs over. What somebody has been lent is no assignment of theirs, so nobody hands it on; a disabled
 * account has nothing to hand over.
 */
export const heldOn = (today: Day): RawBuilder<HeldRole[]> => sql<HeldRole[]>`(
  select coalesce(json_agg(json_build_object(
    'key', assignment.role,
    'basis', coalesce(role.basis, assignment.role),
    'names', case when role.name_zh is not null
      then json_build_object('zh-CN', role.name_zh, 'en', role.name_en) end,
    'permissions', role.permissions,
    'unitId', coalesce(assignment.unit_id, giver.own_unit),
    'inNameOf', case when giver.id <> account.id then json_build_object('id', giver.id, 'name', giver.name) end,
    'until', giver.until_on
  ) order by giver.id <> account.id, assignment.id), '[]')
  from (
    select account.id, account.name, account.unit_id as own_unit, null::uuid[] as only, null::date as until_on
    union all
    select owner.id, owner.name, owner.unit_id, delegation.assignment_ids, delegation.until_on
    from identity.delegation
    join identity.account owner on owner.tenant_id = ${thisTenant} and owner.id = delegation.from_account
    where delegation.tenant_id = ${thisTenant} and delegation.to_account = account.id
      and delegation.revoked_at is null and delegation.from_on <= ${today} and delegation.until_on >= ${today}
      and owner.disabled_at is null and not account.is_administrator
  ) giver
  join identity.role_assignment assignment
    on assignment.tenant_id = ${thisTenant} and assignment.account_id = giver.id
  left join identity.role on role.tenant_id = ${thisTenant} and role.key = assignment.role
  where (assignment.from_on is null or assignment.from_on <= ${today})
    and (assignment.until_on is null or assignment.until_on >= ${today})
    and (giver.only is null or assignment.id = any(giver.only))
)`

/** The roles in whose place the account itself stands, without what it is lent. */
export function ownRoles(administrator: readonly string[], held: readonly HeldRole[]): Role[] {
  const own = held.filter(({ inNameOf }) => inNameOf === null).map(({ basis }) => basis)
  return ROLES.filter((role) => administrator.includes(role) || own.includes(role))
}

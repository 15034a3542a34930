import type { Context, Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import { addDays } from '../../../kernel/day.ts'
import { notFound, unauthenticated } from '../../../kernel/errors.ts'
import { authorize, isAllowed, ownGrants } from '../../../kernel/permissions.ts'
import type { Account } from '../../../platform/module.ts'
import { type KnownRole, knownRoles, tableOf } from '../known-roles.ts'
import { presentAssignment, presentDelegation } from '../present-holdings.ts'
import { handableBy } from '../rules/delegation.ts'
import { isAdministrator } from '../rules/duties.ts'
import { isOfUnit } from '../rules/role-permissions.ts'
import type { AccountHoldings, DelegationLine, LeavePage } from '../schema/roles.ts'
import { listAccounts } from '../store/accounts.ts'
import { type Assignment, listAllAssignments } from '../store/assignments.ts'
import { type Delegation, listDelegations } from '../store/delegations.ts'

/** So long ended delegations stay in the lists. */
const DAYS_BACK = 31

interface Facts {
  readonly today: Day
  readonly roles: ReadonlyMap<string, KnownRole>
  readonly people: ReadonlyMap<string, Account>
  readonly assignments: ReadonlyMap<string, readonly Assignment[]>
}

/** What an account holds and has handed over or been handed. @throws `identity.account-missing` */
export async function readAccountHoldings(ctx: Context, accountId: string): Promise<AccountHoldings> {
  authorize(ctx, 'identity.list-accounts')
  return ctx.transaction(async (tx) => {
    const facts = await loadFacts(ctx, tx)
    const account = facts.people.get(accountId)
    if (!account) throw notFound('identity.account-missing')
    const delegations = await listDelegations(tx, {
      since: addDays(facts.today, -DAYS_BACK),
      ofAccount: accountId,
    })
    return {
      assignments: assignmentsOf(account, facts),
      delegations: delegations.map((each) => lineOf(ctx, each, facts)),
    }
  })
}

/** Whose roles the reader may hand over, to whom, and what is handed over already. Administrators see all delegations. */
export async function readLeave(ctx: Context): Promise<LeavePage> {
  const own = ownGrants(ctx.actor.grants)
  const isMine = (id: string) => id === ctx.actor.userId
  const speaksFor = (unitId: string | null) => isAllowed(own, 'identity.delegate', [unitId])
  return ctx.transaction(async (tx) => {
    const facts = await loadFacts(ctx, tx)
    if (!facts.people.has(ctx.actor.userId)) throw unauthenticated('kernel.signed-out')
    const workers = [...facts.people.values()].filter(({ roles }) => !isAdministrator(roles))
    const givers = workers
      .filter(({ id, unitId }) => isMine(id) || speaksFor(unitId))
      .sort((a, b) => Number(isMine(b.id)) - Number(isMine(a.id)))
    const all = await listDelegations(tx, { since: addDays(facts.today, -DAYS_BACK) })
    const seen = all.filter(
      ({ fromAccount, toAccount }) =>
        isMine(fromAccount) || isMine(toAccount) || speaksFor(facts.people.get(fromAccount)?.unitId ?? null),
    )
    return {
      givers: givers.flatMap((giver) => {
        const assignments = handable(ctx, giver, facts)
        return assignments.length > 0 ? [{ ...personOf(giver), assignments }] : []
      }),
      people: workers.filter(({ held }) => held.length > 0).map(personOf),
      delegations: seen.map((each) => lineOf(ctx, each, facts)),
      today: facts.today,
    }
  })
}

const personOf = ({ id, name, unitId }: Account) => ({ id, name, unitId })

async function loadFacts(ctx: Context, tx: Tx): Promise<Facts> {
  const today = ctx.clock.today()
  const assignments = new Map<string, Assignment[]>()
  for (const { accountId, ...each } of await listAllAssignments(tx))
    assignments.set(accountId, [...(assignments.get(accountId) ?? []), each])
  return {
    today,
    roles: new Map((await knownRoles(ctx, tx)).map((role) => [role.key, role])),
    people: new Map((await listAccounts(tx, today)).map((account) => [account.id, account])),
    assignments,
  }
}

const assignmentsOf = ({ id, unitId: ownUnitId }: Account, { assignments, roles, today }: Facts) =>
  (assignments.get(id) ?? []).map((each) => presentAssignment(each, { roles, ownUnitId, today }))

/** What the actor may hand over of a giver's roles. */
function handable(ctx: Context, giver: Account, facts: Facts) {
  const reach =
    giver.id === ctx.actor.userId
      ? 'any'
      : (ownGrants(ctx.actor.grants).permissions['identity.delegate'] ?? [])
  const held = assignmentsOf(giver, facts)
    .filter(({ state }) => state !== 'over')
    .map((each) => ({
      ...each,
      isOfUnit: isOfUnit(tableOf(ctx), facts.roles.get(each.role)?.permissions ?? {}),
    }))
  return handableBy(reach, held).map(({ isOfUnit: _, ...line }) => line)
}

function lineOf(ctx: Context, delegation: Delegation, { assignments, ...facts }: Facts): DelegationLine {
  const held = assignments.get(delegation.fromAccount) ?? []
  const roles =
    delegation.assignmentIds?.flatMap((id) => held.find((each) => each.id === id)?.role ?? []) ?? null
  return presentDelegation({ ...delegation, roles }, { ...facts, actor: ctx.actor })
}

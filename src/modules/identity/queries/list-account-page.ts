import type { Context } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { accountKey } from '../count-tries.ts'
import { presentHeld } from '../present-holdings.ts'
import { mayConfirm } from '../rules/account-change.ts'
import { minutesLocked } from '../rules/lock-out.ts'
import type { AccountPage, WaitingChange } from '../schema/accounts.ts'
import { listWaitingChanges } from '../store/account-changes.ts'
import { listAccountLines } from '../store/account-list.ts'
import { findAccounts } from '../store/accounts.ts'
import { ownRoles } from '../store/held-roles.ts'
import { findTries } from '../store/tries.ts'

const PAGE_SIZE = 50

/** Fifty accounts by user name, with what an administrator must know of their security. */
export async function listAccountPage(
  ctx: Context,
  { words, page }: { words: string; page: number },
): Promise<AccountPage> {
  authorize(ctx, 'identity.list-accounts')
  return ctx.transaction(async (tx) => {
    const lines = await listAccountLines(tx, { words, page, size: PAGE_SIZE, today: ctx.clock.today() })
    const tries = await findTries(
      tx,
      lines.map(({ username }) => accountKey(ctx, username)),
    )
    const now = ctx.clock.now()
    const accounts = lines.map(({ total: _, administrator, held, ...line }) => ({
      ...line,
      roles: ownRoles(administrator, held),
      held: held.map(presentHeld),
      passwordSetAt: line.passwordSetAt.toISOString(),
      secondFactorSince: line.secondFactorSince?.toISOString() ?? null,
      lastSeenAt: line.lastSeenAt?.toISOString() ?? null,
      lockedMinutes: minutesLocked(tries.get(accountKey(ctx, line.username))?.lockedUntil ?? null, now),
    }))
    return { accounts, total: Number(lines[0]?.total ?? 0) }
  })
}

/** Changes of administrators' accounts that wait for another administrator, oldest first. */
export async function listAccountChanges(ctx: Context): Promise<WaitingChange[]> {
  authorize(ctx, 'identity.list-accounts')
  return ctx.transaction(async (tx) => {
    const changes = await listWaitingChanges(tx)
    const ids = changes.flatMap(({ accountId, askedBy }) => [accountId, askedBy])
    const people = new Map(
      (await findAccounts(tx, ctx.clock.today(), { ids })).map((each) => [each.id, each]),
    )
    return changes.map((change) => {
      const { id, username, name } = people.get(change.accountId)!
      return {
        id: change.id,
        kind: change.kind,
        account: { id, username, name },
        roles: change.roles && [...change.roles],
        askedBy: people.get(change.askedBy)?.name ?? '',
        askedAt: change.askedAt.toISOString(),
        mayConfirm: mayConfirm(change, ctx.actor),
        isOwn: change.askedBy === ctx.actor.userId,
      }
    })
  })
}

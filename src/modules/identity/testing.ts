import type { Context, Tx } from '../../kernel/context.ts'
import type { Role } from '../../kernel/permissions.ts'
import type { HttpApp } from '../../platform/module.ts'
import type { TestCity } from '../../platform/testing/index.ts'
import { createAccount } from './commands/create-account.ts'
import { assignRole, takeRoleBack } from './commands/roles/assign-role.ts'
import { delegate } from './commands/roles/delegate.ts'
import { isAdministrator } from './rules/duties.ts'
import { Session } from './schema.ts'
import { newSecret, renewRecoveryCodes, sealSecret } from './second-factor.ts'
import { confirmFactor, savePendingSecret } from './store/second-factor.ts'

export const TEST_PASSWORD = 'correct horse battery'

interface Person {
  username?: string
  role: Role
  unitId?: string | null
}

/** Of the administrators that this test file has made, by user name. */
const recoveryCodes = new Map<string, string[]>()

/** An account of the role, made by the command line's actor; an administrator's has its second factor set up. */
export async function addAccount(system: Context, { username, role, unitId = null }: Person) {
  const input = { username: username ?? role, name: `测试${role}`, password: TEST_PASSWORD, unitId }
  const account = await createAccount(system, { ...input, roles: [role] })
  if (isAdministrator([role])) {
    const codes = await system.transaction((tx) => giveSecondFactor(system, tx, account.id))
    recoveryCodes.set(account.username, codes)
  }
  return account
}

/** As its owner sets it up. */
export async function giveSecondFactor(system: Context, tx: Tx, accountId: string): Promise<string[]> {
  const sealedSecret = sealSecret(system, accountId, newSecret())
  await savePendingSecret(tx, { accountId, pendingSecret: sealedSecret }, system.tenantId)
  await confirmFactor(tx, accountId, { sealedSecret, confirmedAt: system.clock.now(), lastStep: 0 })
  return renewRecoveryCodes(system, tx, accountId)
}

export interface SignedInBrowser {
  session: Session
  /** What a browser of ours sends with every write. */
  headers: Record<string, string>
}

/**
 * Signs in over HTTP as the screens do; an administrator's second step is a recovery code, because the clock of a
 * test stands still and no code of an app is good twice.
 */
export async function signInOver(
  app: HttpApp,
  username: string,
  from: Record<string, string> = {},
): Promise<SignedInBrowser> {
  const post = (url: string, payload: object) => app.inject({ method: 'POST', url, payload, headers: from })
  let response = await post('/api/session', { username, password: TEST_PASSWORD })
  if (response.statusCode === 202) {
    const code = recoveryCodes.get(username)?.pop() ?? 'no code left'
    response = await post('/api/session/second-step', { challenge: response.json().challenge, code })
  }
  if (response.statusCode !== 200)
    throw new Error(`Sign-in answered ${response.statusCode}: ${response.body}`)
  const session = Session.parse(response.json())
  const [cookie] = response.cookies
  return {
    session,
    headers: { cookie: `${cookie!.name}=${cookie!.value}`, 'x-csrf-token': session.csrfToken },
  }
}

/** Gives an account a role of the work, as the security administrator does; `back` takes it. */
export async function giveRole(
  city: Pick<TestCity, 'as'>,
  accountId: string,
  { role, unitId = null }: { role: string; unitId?: string | null },
): Promise<string> {
  return assignRole(city.as('security-admin'), accountId, { role, unitId, fromOn: null, untilOn: null })
}
giveRole.back = (city: Pick<TestCity, 'as'>, accountId: string, id: string): Promise<void> =>
  takeRoleBack(city.as('security-admin'), accountId, id)

/** Hands over all that the actor holds. */
export const delegateTo = (
  ctx: Context,
  to: { toAccountId: string; fromOn: string; untilOn: string },
): Promise<string> => delegate(ctx, ctx.actor.userId, { ...to, assignmentIds: null })

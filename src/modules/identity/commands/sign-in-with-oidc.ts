import { createHash } from 'node:crypto'
import type { Context, Tx } from '../../../kernel/context.ts'
import { type CodedError, unauthenticated } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Role } from '../../../kernel/permissions.ts'
import { journal } from '../../../platform/journal/index.ts'
import { beginSignIn, type SignInStep } from '../begin-sign-in.ts'
import type { Origin } from '../count-tries.ts'
import { NO_PASSWORD } from '../no-password.ts'
import { findAlike } from '../refuse-alike.ts'
import { isAdministrator } from '../rules/duties.ts'
import { Username } from '../schema/accounts.ts'
import { findAccountToChange, insertAccount, type StoredAccount } from '../store/accounts.ts'
import { type ExternalIdentity, findLinkedAccountId, linkIdentity } from '../store/external-identities.ts'
import { grantStanding } from './grant-standing.ts'

interface Arrival extends ExternalIdentity {
  /** What the provider calls them; only for the name of a new account. */
  username: string | undefined
  /** Of an account made for a subject that nobody linked; null makes none. */
  defaultRole: Role | null
}

/**
 * Signs in whoever the city's single sign-on says it is, if their subject is linked to an account. Administrators
 * are not let in this way: whoever runs the provider would be their master.
 * @throws `identity.oidc-refused` for a subject that is not linked, a disabled account and an administrator alike
 */
export async function signInWithOidc(ctx: Context, arrival: Arrival, origin: Origin): Promise<SignInStep> {
  const outcome = await ctx.transaction(async (tx): Promise<SignInStep | { refused: CodedError }> => {
    const account = (await findLinked(tx, arrival)) ?? (await makeAccount(ctx, tx, arrival))
    if (account && account.disabledAt === null && !isAdministrator(account.roles)) {
      return beginSignIn(ctx, tx, { account, origin, proved: 'oidc' })
    }
    const id = createHash('sha256').update(`${arrival.issuer} ${arrival.subject}`).digest('hex').slice(0, 16)
    const subject = account ? { type: 'account', id: account.id } : { type: 'unknown-account', id }
    await journal(tx, ctx, { action: 'identity.sign-in-failed', subject, detail: { secret: 'oidc' } })
    return { refused: unauthenticated('identity.oidc-refused') }
  })
  if ('refused' in outcome) throw outcome.refused
  return outcome
}

async function findLinked(tx: Tx, arrival: Arrival): Promise<StoredAccount | undefined> {
  const id = await findLinkedAccountId(tx, arrival)
  return id === undefined ? undefined : findAccountToChange(tx, id)
}

/** Only where the installation says so, and with the one role that it names. */
async function makeAccount(ctx: Context, tx: Tx, arrival: Arrival): Promise<StoredAccount | undefined> {
  const { defaultRole, issuer, subject } = arrival
  if (defaultRole === null) return undefined
  const row = { tenantId: ctx.tenantId, createdAt: ctx.clock.now() }
  const id = newId()
  const wanted = Username.safeParse(arrival.username)
  const isOwn = wanted.success && (await findAlike(ctx, tx, wanted.data)) === undefined
  // A name that is taken, or looks like one, belongs to somebody else: it is never joined by its name.
  for (const username of [...(isOwn ? [wanted.data] : []), `sso-${id.slice(-12)}`]) {
    const account = { id, username, name: username, roles: [], unitId: null }
    if (!(await insertAccount(tx, { ...account, passwordHash: NO_PASSWORD, mustChangePassword: false }, row)))
      continue
    await grantStanding(ctx, tx, { accountId: id, roles: [defaultRole] })
    await linkIdentity(tx, { accountId: id, issuer, subject }, row)
    const detail = { username, roles: [defaultRole], issuer }
    await journal(tx, ctx, { action: 'identity.account-created', subject: { type: 'account', id }, detail })
    return findAccountToChange(tx, id)
  }
  return undefined
}

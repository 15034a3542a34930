import { createHmac } from 'node:crypto'
import type { Context, Tx } from '../../kernel/context.ts'
import { type CodedError, unauthenticated } from '../../kernel/errors.ts'
import { databaseOf } from '../../platform/database/index.ts'
import { journal } from '../../platform/journal/index.ts'
import { knownBrowser } from './known-browser.ts'
import { ACCOUNT_LOCK, ADDRESS_LOCK, minutesLocked, planFailure, type Tries } from './rules/lock-out.ts'
import { networkOf } from './rules/network-of.ts'
import { findTries, lockTries, updateTries } from './store/tries.ts'

/** Where a request comes from, as the server sees it. */
export interface Origin {
  address: string
  userAgent: string
  /** What the browser keeps from an earlier sign-in. */
  browser?: string | undefined
}

/** The row of a username or an address; nobody without the installation's secret can tell which one it is. */
function triesKey(ctx: Context, kind: 'account' | 'address' | 'browser', name: string): string {
  const { secret } = databaseOf(ctx)
  return createHmac('sha256', secret).update(`quarterdeck tries ${kind} ${name}`).digest('hex')
}

export const accountKey = (ctx: Context, username: string): string => triesKey(ctx, 'account', username)

interface Counter {
  key: string
  tries: Tries
  addressKey: string
  addressTries: Tries | undefined
}

/**
 * Holds the row of the username, whether it exists or not, until the transaction ends. The address is only looked
 * at: an office of a hundred people signs in at half past eight and must not queue behind one row.
 *
 * A browser that the name has signed in with before has a row of its own: whoever guesses elsewhere would otherwise keep
 * an administrator out for as long as they like. Once it has guessed too often itself it is one like any other.
 */
export async function openCounter(
  ctx: Context,
  tx: Tx,
  { username, address, browser }: { username: string; address: string; browser?: string | undefined },
): Promise<Counter> {
  const addressKey = triesKey(ctx, 'address', networkOf(address))
  const row = { tenantId: ctx.tenantId, createdAt: ctx.clock.now() }
  const known = browser === undefined ? undefined : knownBrowser(ctx, browser, username)
  if (known !== undefined) {
    const key = triesKey(ctx, 'browser', `${username} ${known}`)
    const tries = await lockTries(tx, key, row)
    if (minutesLocked(tries.lockedUntil, row.createdAt) === 0)
      return { key, tries, addressKey, addressTries: undefined }
  }
  const key = accountKey(ctx, username)
  const tries = await lockTries(tx, key, row)
  const addressTries = (await findTries(tx, [addressKey])).get(addressKey)
  return { key, tries, addressKey, addressTries }
}

/** `identity.locked-out` or `identity.address-locked-out` while either waits; the same for a name that nobody has. */
export function lockOf(ctx: Context, { tries, addressTries }: Counter): CodedError | undefined {
  const now = ctx.clock.now()
  const minutes = minutesLocked(tries.lockedUntil, now)
  if (minutes > 0) return unauthenticated('identity.locked-out', { minutes })
  const wait = minutesLocked(addressTries?.lockedUntil ?? null, now)
  return wait > 0 ? unauthenticated('identity.address-locked-out', { minutes: wait }) : undefined
}

/** Counts a wrong secret for the name and the address, and journals it; an unknown name costs the same work. */
export async function countFailure(
  ctx: Context,
  tx: Tx,
  counter: Counter,
  { accountId, secret }: { accountId: string | undefined; secret: 'password' | 'code' },
): Promise<void> {
  const now = ctx.clock.now()
  const tries = planFailure(counter.tries, now, ACCOUNT_LOCK)
  await updateTries(tx, counter.key, tries)
  const row = { tenantId: ctx.tenantId, createdAt: now }
  const addressTries = planFailure(await lockTries(tx, counter.addressKey, row), now, ADDRESS_LOCK)
  await updateTries(tx, counter.addressKey, addressTries)
  await journal(tx, ctx, {
    action: tries.lockedUntil ? 'identity.account-locked' : 'identity.sign-in-failed',
    // What was typed may be a password in the wrong field: an unknown name stands there as a part of its keyed hash.
    subject: accountId
      ? { type: 'account', id: accountId }
      : { type: 'unknown-account', id: counter.key.slice(0, 16) },
    detail: {
      failedAttempts: tries.failedAttempts,
      secret,
      isAddressLocked: addressTries.lockedUntil !== null,
    },
  })
}

import { createHmac, randomBytes } from 'node:crypto'
import type { Context, Tx } from '../../kernel/context.ts'
import { databaseOf } from '../../platform/database/index.ts'
import { openText, type SealedPlace, sealText } from '../../platform/sealed-text.ts'
import {
  findFactorToUse,
  replaceRecoveryCodes,
  takeRecoveryCode,
  updateLastStep,
} from './store/second-factor.ts'
import { base32, matchingStep } from './totp.ts'

/** RFC 4226, 4, R6: as long as the hash. */
const SECRET_BYTES = 20
const RECOVERY_CODES = 10
/** 80 bits: not to be guessed from its hash either. */
const RECOVERY_BYTES = 10

export const newSecret = (): Buffer => randomBytes(SECRET_BYTES)

const placeOf = (accountId: string): SealedPlace => ({ purpose: 'totp', owner: accountId })

export const sealSecret = (ctx: Context, accountId: string, secret: Buffer): string =>
  sealText(ctx, secret.toString('base64url'), placeOf(accountId))

export const openSecret = (ctx: Context, accountId: string, sealed: string): Buffer =>
  Buffer.from(openText(ctx, sealed, placeOf(accountId)), 'base64url')

/** Blanks and dashes are there to be read aloud; a recovery code may be typed in small letters. */
const tidy = (code: string): string => code.replaceAll(/[\s-]/g, '').toUpperCase()

/**
 * Uses the code up if it is one of the account's: of its app, near now and not used yet, or a recovery code.
 * Undefined when it is neither.
 */
export async function takeCode(
  ctx: Context,
  tx: Tx,
  { accountId, code }: { accountId: string; code: string },
): Promise<'totp' | 'recovery-code' | undefined> {
  const factor = await findFactorToUse(tx, accountId)
  if (!factor?.sealedSecret) return undefined
  const given = tidy(code)
  const now = ctx.clock.now()
  const secret = openSecret(ctx, accountId, factor.sealedSecret)
  const step = matchingStep(secret, given, { now, lastStep: factor.lastStep })
  if (step !== undefined) {
    await updateLastStep(tx, accountId, step)
    return 'totp'
  }
  const hash = hashRecoveryCode(ctx, given)
  return (await takeRecoveryCode(tx, { accountId, hash }, now)) ? 'recovery-code' : undefined
}

/** Ten new recovery codes, `ABCD-EFGH-IJKL-MNOP`, instead of the old ones; they are shown once. */
export async function renewRecoveryCodes(ctx: Context, tx: Tx, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => base32(randomBytes(RECOVERY_BYTES)))
  const hashes = codes.map((code) => hashRecoveryCode(ctx, code))
  await replaceRecoveryCodes(tx, { accountId, hashes }, ctx.tenantId)
  return codes.map((code) => code.match(/.{4}/g)!.join('-'))
}

function hashRecoveryCode(ctx: Context, code: string): string {
  return createHmac('sha256', databaseOf(ctx).secret).update(`quarterdeck recovery ${code}`).digest('hex')
}

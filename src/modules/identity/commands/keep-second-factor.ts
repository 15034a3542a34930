import type { Context } from '../../../kernel/context.ts'
import { forbidden } from '../../../kernel/errors.ts'
import { journal } from '../../../platform/journal/index.ts'
import { proveOwnPassword } from '../prove-own-password.ts'
import { readSettings } from '../read-settings.ts'
import { needsSecondFactor } from '../rules/duties.ts'
import type { ProveBoth } from '../schema.ts'
import { renewRecoveryCodes } from '../second-factor.ts'
import { deleteFactor } from '../store/second-factor.ts'

/** New recovery codes instead of the old ones. @throws what `proveOwnPassword` throws */
export async function renewOwnRecoveryCodes(
  ctx: Context,
  proof: ProveBoth,
  address: string,
): Promise<string[]> {
  return proveOwnPassword(ctx, { ...proof, needsCode: 'always', address }, async (tx, { id }) => {
    const codes = await renewRecoveryCodes(ctx, tx, id)
    const subject = { type: 'account', id }
    await journal(tx, ctx, { action: 'identity.recovery-codes-renewed', subject })
    return codes
  })
}

/** @throws what `proveOwnPassword` throws, `identity.second-factor-needed` for an account that must have one */
export async function removeOwnSecondFactor(ctx: Context, proof: ProveBoth, address: string): Promise<void> {
  await proveOwnPassword(ctx, { ...proof, needsCode: 'always', address }, async (tx, { id, roles }) => {
    if (needsSecondFactor(roles, await readSettings(tx))) throw forbidden('identity.second-factor-needed')
    await deleteFactor(tx, id)
    await journal(tx, ctx, { action: 'identity.second-factor-removed', subject: { type: 'account', id } })
  })
}

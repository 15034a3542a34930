import type { Context } from '../../../kernel/context.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { sealAddress } from '../delivery/mail-address.ts'
import { readDeliverySettings } from '../delivery/settings.ts'
import type { Preferences, SavePreferences } from '../schema.ts'
import { savePreferences as store } from '../store/preferences.ts'

/**
 * Keeps how the actor wants to be told. Nobody else's business, so not journalled.
 * @throws `inbox.address-missing`, `inbox.hours-empty`, `inbox.mail-unavailable`
 */
export async function savePreferences(ctx: Context, input: SavePreferences): Promise<Preferences> {
  const isMailAvailable = readDeliverySettings().mail !== null
  if (input.isMailOn && input.address === null) throw invalid('inbox.address-missing')
  if (input.hours.from >= input.hours.until) throw invalid('inbox.hours-empty', input.hours)
  if (input.isMailOn && !isMailAvailable) throw conflict('inbox.mail-unavailable')
  const row = { tenantId: ctx.tenantId, accountId: ctx.actor.userId, changedAt: ctx.clock.now() }
  const address = input.address === null ? null : sealAddress(ctx, row.accountId, input.address)
  await ctx.transaction((tx) => store(tx, { ...input, address }, row))
  return { ...input, isMailAvailable }
}

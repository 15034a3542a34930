import type { Context } from '../../../kernel/context.ts'
import { openAddress } from '../delivery/mail-address.ts'
import { readDeliverySettings } from '../delivery/settings.ts'
import type { Preferences } from '../schema.ts'
import { findPreferences } from '../store/preferences.ts'
import defaults from './default-preferences.json' with { type: 'json' }

/** How the actor wants to be told; before the first choice, in the application only. */
export async function getPreferences(ctx: Context): Promise<Preferences> {
  const found = await ctx.transaction((tx) => findPreferences(tx, ctx.actor.userId))
  const chosen = found ?? {
    address: null,
    isMailOn: false,
    digest: 'daily',
    locale: ctx.locale,
    hours: defaults.hours,
  }
  const address = chosen.address === null ? null : openAddress(ctx, ctx.actor.userId, chosen.address)
  return { ...chosen, address, isMailAvailable: readDeliverySettings().mail !== null }
}

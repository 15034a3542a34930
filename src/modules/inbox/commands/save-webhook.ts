import type { Context } from '../../../kernel/context.ts'
import { invalid } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { journal } from '../../../platform/journal/index.ts'
import { openAddress } from '../delivery/public-address.ts'
import { seal, unseal } from '../delivery/seal.ts'
import { readDeliverySettings } from '../delivery/settings.ts'
import { presentWebhook } from '../queries/get-webhook.ts'
import type { SaveWebhook, Webhook } from '../schema.ts'
import { findWebhook, saveWebhook as store } from '../store/webhooks.ts'

/**
 * Sets where the tenant's own systems are told. A new address needs its secret with it: the old one would
 * otherwise sign for whoever answers there.
 * @throws `inbox.webhook-incomplete`; what `openAddress` throws for an address that may not be told
 */
export async function saveWebhook(ctx: Context, input: SaveWebhook): Promise<Webhook> {
  authorize(ctx, 'inbox.configure')
  const { address, secret, isOn, kinds } = input
  if (address !== undefined) await openAddress(new URL(address), readDeliverySettings().allowedHosts)
  return ctx.transaction(async (tx) => {
    const before = await findWebhook(tx)
    const isComplete = before ? address === undefined || secret !== undefined : address && secret
    if (!isComplete) throw invalid('inbox.webhook-incomplete')
    const addressSeal = address === undefined ? before!.addressSeal : seal(ctx, address)
    const secretSeal = secret === undefined ? before!.secretSeal : seal(ctx, secret)
    const after = { addressSeal, secretSeal, isOn, kinds }
    const changedAt = ctx.clock.now()
    await store(tx, after, { tenantId: ctx.tenantId, changedAt, changedBy: ctx.actor.name })
    await journal(tx, ctx, {
      action: 'inbox.webhook-changed',
      subject: { type: 'webhook', id: ctx.tenantId },
      detail: {
        isOn,
        kinds,
        host: new URL(unseal(ctx, addressSeal)).host,
        isAddressNew: address !== undefined,
        isSecretNew: secret !== undefined,
      },
    })
    return presentWebhook(ctx, after)
  })
}

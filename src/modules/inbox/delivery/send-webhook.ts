import { z } from 'zod'
import { findAccounts } from '../../../platform/accounts.ts'
import type { JobHandler } from '../../../platform/module.ts'
import { isWanted } from '../rules/is-wanted.ts'
import { subjectPath } from '../rules/subject-path.ts'
import { sentenceOf } from '../sentences.ts'
import { lockDelivery, markDelivery } from '../store/deliveries.ts'
import { findWebhook } from '../store/webhooks.ts'
import { postWebhook } from './post-webhook.ts'
import { unseal } from './seal.ts'
import { readDeliverySettings } from './settings.ts'

const Payload = z.object({ deliveryId: z.uuid() })

/**
 * Job `inbox.send-webhook`: one cause to the tenant's own systems, locked while it is sent and marked in the same
 * transaction. The delivery's id is the same at every try, for receivers to tell a repetition.
 */
export const sendWebhook: JobHandler = async (ctx, payload, { signal }) => {
  const { deliveryId } = Payload.parse(payload)
  const { allowedHosts, publicUrl } = readDeliverySettings()
  await ctx.transaction(async (tx) => {
    const webhook = await findWebhook(tx)
    const delivery = await lockDelivery(tx, deliveryId)
    // Turned off since it was told: nothing of before comes when it is turned on again.
    if (!webhook || !delivery || !isWanted(webhook, delivery.kind)) return
    const recipients = await findAccounts(tx, ctx, { ids: delivery.accountIds })
    const path = subjectPath(delivery.subject)
    const sentAt = ctx.clock.now()
    const body = JSON.stringify({
      id: deliveryId,
      kind: delivery.kind,
      level: delivery.level,
      subject: delivery.subject,
      sentence: { 'zh-CN': sentenceOf(ctx, delivery, 'zh-CN'), en: sentenceOf(ctx, delivery, 'en') },
      params: delivery.params,
      url: publicUrl && path ? `${publicUrl}${path}` : null,
      recipients: recipients.map(({ username, unitId, roles }) => ({ username, unitId, roles })),
      createdAt: delivery.createdAt.toISOString(),
    })
    await postWebhook({
      url: new URL(unseal(ctx, webhook.addressSeal)),
      secret: unseal(ctx, webhook.secretSeal),
      deliveryId,
      kind: delivery.kind,
      body,
      sentAt,
      allowedHosts,
      signal,
    })
    await markDelivery(tx, deliveryId, sentAt)
  })
}

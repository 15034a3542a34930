import type { Context, Tx } from '../../../kernel/context.ts'
import { withStandIns } from '../../../platform/accounts.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { isWanted } from '../rules/is-wanted.ts'
import type { Notice } from '../schema.ts'
import { hasSentence } from '../sentences.ts'
import { insertDelivery } from '../store/deliveries.ts'
import { insertMessages } from '../store/messages.ts'
import { findWebhook } from '../store/webhooks.ts'

const WEBHOOK_TRIES = 15

/**
 * Tells accounts something in the caller's transaction: in their inbox at once, by mail and webhook as they and
 * the tenant want it. A recipient whom this cause told before is not told again, whoever calls and however often.
 * @throws Error for a kind without a sentence in the catalogues
 */
export async function notify(tx: Tx, ctx: Context, notice: Notice): Promise<void> {
  if (!hasSentence(ctx, notice.kind))
    throw new Error(`Kind "${notice.kind}" has no sentence in the catalogues`)
  // Whoever stands in for somebody on leave is told as well, but not of what they did themselves.
  const standing = await withStandIns(tx, ctx, notice.recipients)
  const isTold = (id: string) => id !== ctx.actor.userId || notice.recipients.includes(id)
  const recipients = standing.filter(isTold).sort()
  if (recipients.length === 0) return
  const row = { tenantId: ctx.tenantId, createdAt: ctx.clock.now() }
  const told = await insertMessages(tx, { ...notice, recipients }, row)
  if (told === 0) return
  const telling = tellingIn(tx)
  // Without a key: two transactions that tell the same persons in another order would wait for each other.
  for (const accountId of recipients) {
    if (telling.planned.has(accountId)) continue
    telling.planned.add(accountId)
    await enqueue(tx, ctx, { job: 'inbox.plan-mail', payload: { accountId } })
  }
  const deliveryId = await insertDelivery(tx, { ...notice, recipients }, row)
  telling.webhook ??= findWebhook(tx)
  if (deliveryId && isWanted(await telling.webhook, notice.kind)) {
    const options = { key: deliveryId, maxAttempts: WEBHOOK_TRIES }
    await enqueue(tx, ctx, { job: 'inbox.send-webhook', payload: { deliveryId }, ...options })
  }
}

/** What a transaction that tells much needs only once: one plan for each person, after its commit, sees all. */
interface Telling {
  readonly planned: Set<string>
  webhook?: ReturnType<typeof findWebhook>
}

const tellings = new WeakMap<Tx, Telling>()

function tellingIn(tx: Tx): Telling {
  const telling = tellings.get(tx) ?? { planned: new Set() }
  tellings.set(tx, telling)
  return telling
}

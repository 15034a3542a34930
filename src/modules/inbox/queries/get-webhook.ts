import type { Context } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { unseal } from '../delivery/seal.ts'
import type { Webhook } from '../schema.ts'
import { findWebhook, type StoredWebhook } from '../store/webhooks.ts'

/** Where the tenant's own systems are told. The secret is never given back. */
export async function getWebhook(ctx: Context): Promise<Webhook> {
  authorize(ctx, 'inbox.configure')
  return presentWebhook(ctx, await ctx.transaction(findWebhook))
}

export function presentWebhook(ctx: Context, webhook: StoredWebhook | undefined): Webhook {
  if (!webhook) return { isOn: false, address: null, hasSecret: false, kinds: [] }
  const { isOn, kinds } = webhook
  return { isOn, address: shown(new URL(unseal(ctx, webhook.addressSeal))), hasSecret: true, kinds }
}

const shown = ({ origin, pathname, search }: URL) => `${origin}${pathname}${search ? '?…' : ''}`

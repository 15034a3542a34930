import type { Context } from '../../../../kernel/context.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { readSettings } from '../../read-settings.ts'
import type { SecuritySettings } from '../../rules/security-settings.ts'
import { saveSettings } from '../../store/security-settings.ts'

/** Sets all security settings at once; in force with the next request. */
export async function changeSecuritySettings(ctx: Context, settings: SecuritySettings): Promise<void> {
  authorize(ctx, 'identity.secure-accounts')
  await ctx.transaction(async (tx) => {
    const from = await readSettings(tx)
    const changed = { changedAt: ctx.clock.now(), changedBy: ctx.actor.userId }
    await saveSettings(tx, { tenantId: ctx.tenantId, settings }, changed)
    await journal(tx, ctx, {
      action: 'identity.security-settings-changed',
      subject: { type: 'tenant', id: ctx.tenantId },
      detail: { from, to: settings },
    })
  })
}

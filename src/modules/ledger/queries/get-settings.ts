import type { Context } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { loadSettings } from '../clock-facts.ts'
import type { LedgerSettingsState } from '../schema.ts'
import { findSettings } from '../store/settings.ts'

/** How the ledger measures and reminds, and who wrote it last. */
export async function getSettings(ctx: Context): Promise<LedgerSettingsState> {
  authorize(ctx, 'ledger.read')
  return ctx.transaction(async (tx) => {
    const stored = await findSettings(tx)
    const { completedYears: _, ...settings } = await loadSettings(tx)
    const isWritten = stored !== undefined && stored.version > 0
    return {
      settings,
      version: stored?.version ?? 0,
      changedAt: isWritten ? stored.changedAt.toISOString() : null,
      changedBy: isWritten ? stored.changedBy : null,
    }
  })
}

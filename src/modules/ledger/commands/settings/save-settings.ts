import type { Context } from '../../../../kernel/context.ts'
import { conflict, invalid } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { findRules, loadSettings } from '../../clock-facts.ts'
import { changedFields } from '../../rules/changed-fields.ts'
import { settingsFaults } from '../../rules/settings/settings-faults.ts'
import type { Recounted, SaveLedgerSettings } from '../../schema.ts'
import { findSettings, putSettings } from '../../store/settings.ts'
import { changeClock } from './change-clock.ts'

/**
 * Writes how the ledger measures and reminds. Marks that items have already (to be signed by, next report) stay.
 * @throws `ledger.settings-changed` when somebody else wrote them meanwhile, `ledger.remind-days-twice`,
 * `ledger.overdue-steps-out-of-order`, `ledger.no-such-light-rules`, and what `changeClock` throws
 */
export async function saveSettings(
  ctx: Context,
  { version, settings }: SaveLedgerSettings,
): Promise<Recounted> {
  authorize(ctx, 'ledger.configure')
  const [fault] = settingsFaults(settings)
  if (fault) throw invalid(fault.code, fault.details)
  const { recounted } = await changeClock(ctx, async (tx) => {
    const stored = await findSettings(tx)
    if ((stored?.version ?? 0) !== version)
      throw conflict('ledger.settings-changed', { version: stored?.version ?? 0, ...byWhom(stored) })
    if (!(await findRules(tx, settings.lightRuleSet)))
      throw invalid('ledger.no-such-light-rules', { key: settings.lightRuleSet })
    const before = await loadSettings(tx)
    const after = { ...settings, completedYears: before.completedYears }
    const calendarVersion = stored?.calendarVersion ?? 0
    await putSettings(ctx, tx, { settings: after, version: version + 1, calendarVersion })
    return {
      turnsLights: before.lightRuleSet !== after.lightRuleSet,
      entry: {
        action: 'ledger.settings-changed',
        subject: { type: 'ledger-settings', id: ctx.tenantId },
        detail: { version: version + 1, changes: changedFields(before, after) },
      },
    }
  })
  return { version: version + 1, recounted }
}

/** For the sentence that tells a second editor who was first. */
export function byWhom(stored: { changedAt: Date; changedBy: string } | undefined) {
  return { changedBy: stored?.changedBy ?? '', changedAt: stored?.changedAt.toISOString() ?? '' }
}

import type { Context } from '../../../../kernel/context.ts'
import { conflict, notFound } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { loadSettings } from '../../clock-facts.ts'
import { LightRuleSet } from '../../rules/lights/rule-set.ts'
import { deleteRuleSet, findRuleSet } from '../../store/light-rule-sets.ts'
import { countRunning } from '../../store/running-items.ts'
import { takeClock } from '../../store/settings.ts'
import { refuseShipped } from './save-light-rules.ts'
import { byWhom } from './save-settings.ts'

/**
 * Removes a rule set of the city's own that gives no light now. Past days keep what they showed.
 * @throws `ledger.light-rules-shipped`, `ledger.no-such-light-rules`, `ledger.light-rules-changed`,
 * `ledger.light-rules-in-use` with how many running items it lights, `ledger.clock-busy`
 */
export async function deleteLightRules(ctx: Context, key: string, version: number): Promise<void> {
  authorize(ctx, 'ledger.configure')
  refuseShipped(ctx, key)
  await ctx.transaction(async (tx) => {
    if (!(await takeClock(ctx, tx))) throw conflict('ledger.clock-busy')
    const found = await findRuleSet(tx, key)
    if (!found) throw notFound('ledger.no-such-light-rules', { key })
    const ruleSet = LightRuleSet.parse(found.ruleSet)
    const name = ruleSet.name[ctx.locale === 'en' ? 'en' : 'zh']
    if ((await loadSettings(tx)).lightRuleSet === key)
      throw conflict('ledger.light-rules-in-use', { name, count: await countRunning(tx) })
    if (found.version !== version)
      throw conflict('ledger.light-rules-changed', { version: found.version, ...byWhom(found) })
    await deleteRuleSet(tx, key)
    await journal(tx, ctx, {
      action: 'ledger.light-rules-removed',
      subject: { type: 'light-rules', id: key },
      detail: { key, version, before: ruleSet },
    })
  })
}

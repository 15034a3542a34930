import type { Context } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { loadSettings } from '../clock-facts.ts'
import { presetRuleSets } from '../rules/lights/presets.ts'
import { LightRuleSet } from '../rules/lights/rule-set.ts'
import type { LightRuleSetState, LightRuleSets } from '../schema.ts'
import { listRuleSets } from '../store/light-rule-sets.ts'

/** The rule sets for lights: those shipped, with their sources, then the city's own. */
export async function listLightRules(ctx: Context): Promise<LightRuleSets> {
  authorize(ctx, 'ledger.read')
  return ctx.transaction(async (tx) => {
    const { lightRuleSet } = await loadSettings(tx)
    const shipped = presetRuleSets().map((ruleSet) => ({
      ruleSet,
      isShipped: true,
      version: 0,
      changedAt: null,
      changedBy: null,
    }))
    const own = (await listRuleSets(tx)).map(({ ruleSet, version, changedAt, changedBy }) => ({
      ruleSet: LightRuleSet.parse(ruleSet),
      isShipped: false,
      version,
      changedAt: changedAt.toISOString(),
      changedBy,
    }))
    return {
      sets: [...shipped, ...own].map((set) => ({ ...set, isInForce: set.ruleSet.key === lightRuleSet })),
    }
  })
}

/** One rule set. @throws `ledger.no-such-light-rules` */
export async function getLightRules(ctx: Context, key: string): Promise<LightRuleSetState> {
  const found = (await listLightRules(ctx)).sets.find(({ ruleSet }) => ruleSet.key === key)
  if (!found) throw notFound('ledger.no-such-light-rules', { key })
  return found
}

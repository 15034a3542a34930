import type { Context } from '../../../../kernel/context.ts'
import { CodedError, conflict, invalid } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { loadSettings } from '../../clock-facts.ts'
import { changedFields } from '../../rules/changed-fields.ts'
import { presetRuleSets } from '../../rules/lights/presets.ts'
import type { LightRuleSet } from '../../rules/lights/rule-set.ts'
import { validateRuleSet } from '../../rules/lights/validate-rule-set.ts'
import type { Recounted, SaveLightRules } from '../../schema.ts'
import { fillOf, sentenceOf } from '../../sentences.ts'
import { findRuleSet, putRuleSet } from '../../store/light-rule-sets.ts'
import { changeClock } from './change-clock.ts'
import { byWhom } from './save-settings.ts'

/**
 * Writes a rule set of the city's own; the one in force gives every running item its turning days anew.
 * @throws `ledger.light-rules-shipped`, `ledger.light-rules-changed`, `ledger.light-rules-faulty` with every fault, and
 * what `changeClock` throws
 */
export async function saveLightRules(
  ctx: Context,
  key: string,
  { version, ruleSet }: SaveLightRules,
): Promise<Recounted> {
  authorize(ctx, 'ledger.configure')
  refuseShipped(ctx, key)
  const after: LightRuleSet = { ...ruleSet, key }
  const faults = faultsOf(ctx, after)
  if (faults.length > 0) {
    const sentences = faults
      .map(({ sentence }, at) => fillOf(ctx.locale, 'ledger.obstacle', { at: at + 1, sentence }))
      .join('')
    throw invalid('ledger.light-rules-faulty', { count: faults.length, faults, sentences })
  }
  const { recounted } = await changeClock(ctx, async (tx) => {
    const before = await findRuleSet(tx, key)
    if ((before?.version ?? 0) !== version)
      throw conflict('ledger.light-rules-changed', { version: before?.version ?? 0, ...byWhom(before) })
    await putRuleSet(ctx, tx, { key, ruleSet: after, version: version + 1 })
    const changes = changedFields((before?.ruleSet as object) ?? {}, after)
    return {
      turnsLights: (await loadSettings(tx)).lightRuleSet === key,
      entry: {
        action: 'ledger.light-rules-changed',
        subject: { type: 'light-rules', id: key },
        detail: { key, version: version + 1, changes },
      },
    }
  })
  return { version: version + 1, recounted }
}

/** @throws `ledger.light-rules-shipped` */
export function refuseShipped(ctx: Context, key: string): void {
  const shipped = presetRuleSets().find((set) => set.key === key)
  if (shipped)
    throw conflict('ledger.light-rules-shipped', {
      key,
      name: shipped.name[ctx.locale === 'en' ? 'en' : 'zh'],
    })
}

/** What stands against a rule set, each with its sentence and the rule that it is about. */
export function faultsOf(ctx: Context, ruleSet: LightRuleSet) {
  return validateRuleSet(ruleSet).map(({ code, details }) => ({
    code,
    sentence: sentenceOf(new CodedError('invalid', code, details), ctx.locale),
    rule: details.rule ?? null,
  }))
}

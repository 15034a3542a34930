import type { Context } from '../../../../kernel/context.ts'
import { conflict, invalid, notFound } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { alertRules } from '../../alerts/alert-rules.ts'
import { requireDefined } from '../../definitions/require-defined.ts'
import { presentRule } from '../../queries/alerts/alerts.ts'
import { openShown } from '../../queries/claims/claims.ts'
import type { AlertDefinition, AlertRuleView, DefineAlertRule } from '../../schema/alerts.ts'
import { wordOf } from '../../sentences.ts'
import { insertAlertRule, updateAlertRule } from '../../store/alerts.ts'
import { requireOwner } from './require-owner.ts'

/**
 * Defines a rule or changes one, also one that came with the product: what it looks for, at what, and whom it tells.
 * @throws `indicators.alert-rule-changed`, `indicators.alert-rule-kind`, `indicators.alert-rule-nameless`,
 * `indicators.no-such-indicator`, `indicators.no-such-cohort`, `indicators.no-such-owner`,
 * `indicators.owner-role`
 */
export async function defineAlertRule(
  ctx: Context,
  key: string,
  input: DefineAlertRule,
): Promise<AlertRuleView> {
  authorize(ctx, 'indicators.define')
  const { name, rule, watch, isOn, ownerId, ownerRole, version } = input
  return ctx.transaction(async (tx) => {
    const shown = await openShown(ctx, tx)
    for (const code of watch.indicators ?? []) requireDefined(shown.definitions, code)
    const cohort = shown.units.findCohort(watch.cohort)
    if (!cohort) throw notFound('indicators.no-such-cohort', { cohort: watch.cohort })
    const former = (await alertRules(tx)).find((each) => each.key === key)
    if ((former?.version ?? 0) !== version)
      throw conflict('indicators.alert-rule-changed', { rule: key, version: former?.version ?? 0 })
    // A rule can be switched off also when its owner is gone.
    if (!former || ownerId !== former.ownerId || ownerRole !== former.ownerRole)
      await requireOwner(ctx, tx, { ownerId, ownerRole })
    // The kind is part of the causes of what the rule has raised.
    const kind = former?.definition.rule.kind
    if (kind !== undefined && kind !== rule.kind)
      throw invalid('indicators.alert-rule-kind', {
        rule: key,
        kind,
        kindWord: wordOf(ctx.locale, 'alert-kind', kind),
      })
    if (!former && name === '') throw invalid('indicators.alert-rule-nameless', { rule: key })
    const definition: AlertDefinition = {
      name: name === '' ? (former?.definition.name ?? '') : name,
      rule: { ...rule, key },
      watch: { ...watch, cohort: cohort.key },
    }
    const change = {
      definition: JSON.stringify(definition),
      is_on: isOn,
      owner_id: ownerId,
      owner_role: ownerRole,
      changed_at: ctx.clock.now(),
      changed_by: ctx.actor.name,
    }
    const isStored =
      version === 0
        ? await insertAlertRule(tx, { ...change, tenant_id: ctx.tenantId, key, version: 1 })
        : await updateAlertRule(tx, { key, version }, change)
    if (!isStored) throw conflict('indicators.alert-rule-changed', { rule: key, version: version + 1 })
    await journal(tx, ctx, {
      action: 'indicators.alert-rule-defined',
      subject: { type: 'alert-rule', id: key },
      detail: {
        before: former
          ? { ...former.definition, isOn: former.isOn, ownerId: former.ownerId, ownerRole: former.ownerRole }
          : null,
        after: { ...definition, isOn, ownerId, ownerRole },
      },
    })
    return presentRule(ctx, {
      key,
      definition,
      isOn,
      ownerId,
      ownerRole,
      version: version + 1,
      changedAt: change.changed_at,
      changedBy: change.changed_by,
    })
  })
}

import type { Context, Tx } from '../../../../kernel/context.ts'
import { notFound } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { alertRules, type KnownRule } from '../../alerts/alert-rules.ts'
import { type AlertNumbers, alertSentence } from '../../alerts/alert-sentence.ts'
import { possibleOwners } from '../../alerts/possible-owners.ts'
import { requireDefined } from '../../definitions/require-defined.ts'
import { requireUnit } from '../../measured/require-unit.ts'
import { periodTextOf } from '../../read-period.ts'
import type {
  Alert,
  AlertOwners,
  AlertPage,
  AlertRules,
  AlertRuleView,
  ListAlerts,
} from '../../schema/alerts.ts'
import { sentenceOf } from '../../sentences.ts'
import { findAlert, listAlerts, type StoredAlert } from '../../store/alerts.ts'
import { openShown } from '../claims/claims.ts'
import type { Shown } from '../claims/present-claim.ts'
import { refOf } from '../league/present-table.ts'

/** The rules in force, those that came with the product first. */
export function listAlertRules(ctx: Context): Promise<AlertRules> {
  authorize(ctx, 'indicators.read')
  return ctx.transaction(async (tx) => ({
    rules: (await alertRules(tx)).map((rule) => presentRule(ctx, rule)),
  }))
}

/** Whom an alert or a rule may be given to. */
export function listAlertOwners(ctx: Context): Promise<AlertOwners> {
  authorize(ctx, 'indicators.alert')
  return ctx.transaction(async (tx) => ({
    owners: (await possibleOwners(ctx, tx)).map(({ id, name, roles }) => ({ id, name, roles })),
  }))
}

/** Alerts, the newest first. @throws `indicators.no-such-indicator`, `indicators.no-such-unit` */
export function findAlerts(ctx: Context, asked: ListAlerts): Promise<AlertPage> {
  authorize(ctx, 'indicators.read')
  return ctx.transaction(async (tx) => {
    const shown = await openShown(ctx, tx)
    const { state, rule, indicator, unit, page, pageSize } = asked
    const filter = {
      state,
      rule,
      indicator: indicator === undefined ? undefined : requireDefined(shown.definitions, indicator).number,
      unit: unit === undefined ? undefined : requireUnit(shown.units, unit).number,
    }
    const { alerts, total } = await listAlerts(tx, filter, { page, pageSize })
    const rules = await alertRules(tx)
    return { alerts: alerts.map((each) => presentAlert(ctx, each, { shown, rules })), total, page, pageSize }
  })
}

/** The newest alerts of one unit, for who judges it in this transaction. */
export async function findAlertsOfUnit(
  ctx: Context,
  tx: Tx,
  unit: number,
): Promise<{ alerts: readonly Alert[] }> {
  const { alerts } = await listAlerts(tx, { unit }, { page: 1, pageSize: 200 })
  if (alerts.length === 0) return { alerts: [] }
  const shown = await openShown(ctx, tx)
  const rules = await alertRules(tx)
  return { alerts: alerts.map((each) => presentAlert(ctx, each, { shown, rules })) }
}

/** One alert. @throws `indicators.no-such-alert` */
export function getAlert(ctx: Context, id: string): Promise<Alert> {
  authorize(ctx, 'indicators.read')
  return ctx.transaction((tx) => alertOf(ctx, tx, id))
}

/** The same inside a transaction. @throws `indicators.no-such-alert` */
export async function alertOf(ctx: Context, tx: Tx, id: string): Promise<Alert> {
  const stored = await findAlert(tx, id)
  if (!stored) throw notFound('indicators.no-such-alert', { id })
  return presentAlert(ctx, stored, { shown: await openShown(ctx, tx), rules: await alertRules(tx) })
}

export function presentRule(ctx: Context, known: KnownRule): AlertRuleView {
  const { key, definition, isOn, ownerId, ownerRole, version, changedAt, changedBy } = known
  const { rule, watch } = definition
  return {
    key,
    name: nameOf(ctx, known),
    rule,
    watch,
    isOn,
    owner: { id: ownerId, role: ownerRole },
    version,
    changedAt: changedAt?.toISOString() ?? null,
    changedBy,
  }
}

const nameOf = (ctx: Context, { key, definition }: KnownRule) =>
  definition.name === '' ? sentenceOf(ctx.locale, `indicators.alert-rule-${key}`, {}) : definition.name

export function presentAlert(
  ctx: Context,
  stored: StoredAlert,
  { shown, rules }: { shown: Shown; rules: readonly KnownRule[] },
): Alert {
  const { kind, numbers } = stored.detail as { kind: string; numbers: AlertNumbers }
  const { code, versions } = shown.definitions.byNumber.get(stored.indicator)!
  const unit = refOf(shown.units)(stored.unit)
  const indicatorName = versions.at(-1)!.name
  const period = periodTextOf(stored.period)
  const rule = rules.find(({ key }) => key === stored.rule)
  return {
    id: stored.id,
    rule: stored.rule,
    ruleName: rule ? nameOf(ctx, rule) : stored.rule,
    kind,
    indicator: code,
    indicatorName,
    unit,
    period,
    numbers,
    sentence: alertSentence(ctx.locale, { kind, unit: unit.name, indicator: indicatorName, period, numbers }),
    state: stored.state,
    owner: { id: stored.owner_id, role: stored.owner_role },
    itemId: stored.item_id,
    reason: stored.reason,
    vintage: stored.vintage,
    raisedAt: stored.raised_at.toISOString(),
    changedAt: stored.changed_at.toISOString(),
    changedBy: stored.changed_by,
    version: stored.version,
  }
}

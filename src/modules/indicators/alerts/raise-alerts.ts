import type { Context, Tx } from '../../../kernel/context.ts'
import { newId } from '../../../kernel/ids.ts'
import { findAccounts } from '../../../platform/accounts.ts'
import { journalAll } from '../../../platform/journal/index.ts'
import { notify } from '../../inbox/index.ts'
import { periodNumberOf } from '../read-period.ts'
import { insertAlertRule, insertAlerts, raisedCauses } from '../store/alerts.ts'
import type { Values } from '../values/open-values.ts'
import type { KnownRule } from './alert-rules.ts'
import { alertParams, noticeOf } from './alert-sentence.ts'
import type { Found } from './watching.ts'

/** Raises what was found, once for each cause, and tells the owner of the rule. Returns how many are new. */
export async function raiseAlerts(
  ctx: Context,
  tx: Tx,
  { found, values }: { found: readonly Found[]; values: Values },
): Promise<number> {
  const known = await raisedCauses(
    tx,
    found.map(({ finding }) => finding.cause),
  )
  const fresh = found.filter(({ finding }) => !known.has(finding.cause))
  if (fresh.length === 0) return 0
  const at = ctx.clock.now()
  const by = { changed_at: at, changed_by: ctx.actor.name }
  // Two watches at once wait for each other's rules and causes: in one order, so that neither waits for ever.
  for (const rule of inOrder(new Set(fresh.map((each) => each.rule)))) await keepRule(ctx, tx, rule)
  const rows = fresh.map(({ rule, defined, unit, finding }) => ({
    ...by,
    tenant_id: ctx.tenantId,
    id: newId(at.getTime()),
    rule: rule.key,
    cause: finding.cause,
    indicator: defined.number,
    unit,
    period: periodNumberOf(finding.period),
    detail: JSON.stringify({ kind: finding.kind, numbers: finding.numbers }),
    state: 'open' as const,
    owner_id: rule.ownerId,
    owner_role: rule.ownerRole,
    item_id: null,
    reason: '',
    raised_at: at,
    vintage: values.asOf,
    version: 1,
  }))
  const raised = new Set(await insertAlerts(tx, rows))
  const told = fresh.flatMap((each, index) => {
    const row = rows[index]!
    return raised.has(row.id) ? [{ ...each, id: row.id }] : []
  })
  for (const rule of new Set(told.map((each) => each.rule))) {
    await tellOwner(ctx, tx, { rule, told: told.filter((each) => each.rule === rule), values })
  }
  await journalAll(
    tx,
    ctx,
    rows.flatMap(({ id, rule, cause, vintage }, index) =>
      raised.has(id)
        ? [
            {
              action: 'indicators.alert-raised',
              subject: { type: 'alert', id },
              detail: { rule, cause, vintage, numbers: fresh[index]!.finding.numbers },
            },
          ]
        : [],
    ),
  )
  return raised.size
}

const inOrder = (rules: Iterable<KnownRule>) => [...rules].sort((a, b) => (a.key < b.key ? -1 : 1))

/** More of one rule at once are one message: a publication may raise dozens, and each stands in the list of alerts. */
const MOST_MESSAGES = 3

interface Telling {
  readonly rule: KnownRule
  readonly told: readonly (Found & { readonly id: string })[]
  readonly values: Values
}

async function tellOwner(ctx: Context, tx: Tx, { rule, told, values }: Telling): Promise<void> {
  const recipients = await ownersOf(ctx, tx, rule)
  const nameOf = ({ defined }: Found) => defined.versions.at(-1)!.name
  if (told.length > MOST_MESSAGES) {
    const first = told[0]!
    await notify(tx, ctx, {
      cause: `indicators.alerts:${first.id}`,
      kind: 'indicators.alerts-many',
      level: 'warning',
      recipients,
      subject: { type: 'alert', id: first.id },
      params: { count: told.length, indicator: nameOf(first) },
    })
    return
  }
  for (const each of told) {
    await notify(tx, ctx, {
      cause: `indicators.alert:${each.finding.cause}`,
      kind: `indicators.${noticeOf(each.finding)}`,
      level: 'warning',
      recipients,
      subject: { type: 'alert', id: each.id },
      params: alertParams({
        kind: each.finding.kind,
        unit: values.units.byNumber.get(each.unit)!.name,
        indicator: nameOf(each),
        period: each.finding.period,
        numbers: each.finding.numbers,
      }),
    })
  }
}

/** A rule that came with the product is stored with its first alert. */
async function keepRule(ctx: Context, tx: Tx, rule: KnownRule): Promise<void> {
  if (rule.version > 0) return
  await insertAlertRule(tx, {
    tenant_id: ctx.tenantId,
    key: rule.key,
    definition: JSON.stringify(rule.definition),
    is_on: rule.isOn,
    owner_id: rule.ownerId,
    owner_role: rule.ownerRole,
    version: 1,
    changed_at: ctx.clock.now(),
    changed_by: ctx.actor.name,
  })
}

async function ownersOf(ctx: Context, tx: Tx, { ownerId, ownerRole }: KnownRule): Promise<string[]> {
  const query = ownerId === null ? { roles: ownerRole === null ? [] : [ownerRole] } : { ids: [ownerId] }
  return (await findAccounts(tx, ctx, query)).map(({ id }) => id)
}

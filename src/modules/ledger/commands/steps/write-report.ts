import type { Context, Tx } from '../../../../kernel/context.ts'
import { invalid } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { inNamesOf } from '../../../../kernel/permissions.ts'
import type { Report } from '../../schema.ts'
import { putToReport } from '../../store/evidence.ts'
import type { StoredItem } from '../../store/items.ts'
import { insertReport } from '../../store/reports.ts'

interface Writing extends Pick<Report, 'kind' | 'done'> {
  readonly item: StoredItem
  /** The unit that reports; of the item itself its lead. */
  readonly unitId: string
  readonly progress: number | null
  readonly next?: string
  readonly problems?: string
  readonly support?: string
  readonly value?: string
  readonly evidenceIds: readonly string[]
}

/**
 * Stores a unit's report and puts the evidence to it that was uploaded before. Returns its id for the journal.
 * @throws `ledger.no-such-evidence` for evidence of another item, round or unit, or that went with another report
 */
export async function writeReport(ctx: Context, tx: Tx, writing: Writing): Promise<string> {
  const { item, unitId, progress, kind, done, next = '', problems = '', support = '', value } = writing
  const now = ctx.clock.now()
  const id = newId(now.getTime())
  await insertReport(tx, {
    tenant_id: ctx.tenantId,
    id,
    item_id: item.id,
    round: item.round,
    unit_id: unitId,
    kind,
    progress,
    done,
    next,
    problems,
    support,
    value: value ?? null,
    reported_at: now,
    reported_on: ctx.clock.today(),
    reporter_id: ctx.actor.userId,
    reporter: ctx.actor.name,
    in_name_of: inNamesOf(ctx.actor.grants, 'ledger.work', [unitId]).map(({ id }) => id),
  })
  const ids = [...new Set(writing.evidenceIds)]
  const by = { reportId: id, unitId, adderId: ctx.actor.userId }
  const put = new Set(await putToReport(tx, { itemId: item.id, round: item.round, ids, ...by }))
  const missing = ids.find((each) => !put.has(each))
  if (missing) throw invalid('ledger.no-such-evidence', { number: item.number, evidenceId: missing })
  return id
}

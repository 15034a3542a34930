import { z } from 'zod'
import type { Context, Tx } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { loadClockFacts } from '../clock-facts.ts'
import { shortenTitle } from '../rules/shorten-title.ts'
import { CreateItem } from '../schema.ts'
import { holdClock } from '../store/settings.ts'
import { enterItem } from './enter-item.ts'
import { requireUnits } from './require-units.ts'

/** What the indicators tell of an alert that somebody made an item of. */
const AlertToLedger = z.object({
  itemId: z.uuid(),
  title: z.string(),
  content: z.string(),
  /** Rule and day: where the item comes from. */
  document: z.string(),
  leadUnitId: z.uuid().nullable(),
  dueOn: z.iso.date().nullable(),
})

/**
 * Enters the item of an alert as a draft, under the id that the alert keeps of it, in the transaction that settles the
 * alert.
 * @throws `ledger.no-such-unit`
 */
export async function enterAlertItem(ctx: Context, tx: Tx, payload: unknown): Promise<void> {
  const { itemId, title, content, document, leadUnitId, dueOn } = AlertToLedger.parse(payload)
  authorize(ctx, 'ledger.create', [leadUnitId])
  await holdClock(ctx, tx)
  await requireUnits(tx, [leadUnitId])
  const { isClassified: _, ...blank } = CreateItem.parse({ title: '——', leadUnitId: null })
  await enterItem(ctx, tx, {
    id: itemId,
    fields: {
      ...blank,
      title: shortenTitle(title),
      content,
      origin: 'other',
      originDocument: document,
      leadUnitId,
      dueOn,
    },
    state: 'draft',
    source: { kind: 'by-hand' },
    facts: await loadClockFacts(ctx, tx),
  })
}

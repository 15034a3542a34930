import type { Context, Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { loadClockFacts } from '../clock-facts.ts'
import { shortenTitle } from '../rules/shorten-title.ts'
import { CreateItem, type ItemSource } from '../schema.ts'
import { holdClock } from '../store/settings.ts'
import { enterItem } from './enter-item.ts'
import { requireUnits } from './require-units.ts'

/** What another module asks of the ledger: to follow a matter that it found. */
export interface DraftItem {
  /** Given by who keeps a reference to the item; left out: a new one. */
  readonly id?: string
  /** Its first words become the title. */
  readonly content: string
  readonly theme?: string | null
  /** The meeting or document that it comes from. */
  readonly document: string
  readonly leadUnitId: string | null
  readonly supportingUnitIds?: readonly string[]
  readonly issuedOn?: Day | null
  readonly dueOn: Day | null
  /** The statement that tells it; left out: entered by hand. */
  readonly source?: Extract<ItemSource, { kind: 'statement' }>
  readonly responsibleText?: readonly string[]
}

/**
 * Enters an item of a quarterly meeting as a draft, under the next number of the year, in the caller's transaction.
 * @throws `kernel.forbidden`, `ledger.no-such-unit`
 */
export async function enterDraft(
  ctx: Context,
  tx: Tx,
  draft: DraftItem,
): Promise<{ id: string; number: string }> {
  const { leadUnitId, supportingUnitIds = [], content } = draft
  authorize(ctx, 'ledger.create', [leadUnitId])
  await holdClock(ctx, tx)
  await requireUnits(tx, [leadUnitId, ...supportingUnitIds])
  const { isClassified: _, ...blank } = CreateItem.parse({ title: '——', leadUnitId: null })
  const { id, number } = await enterItem(ctx, tx, {
    ...(draft.id === undefined ? {} : { id: draft.id }),
    fields: {
      ...blank,
      title: shortenTitle(content),
      content,
      theme: draft.theme ?? null,
      origin: 'quarterly-meeting',
      originDocument: draft.document,
      leadUnitId,
      supportingUnitIds: [...supportingUnitIds],
      issuedOn: draft.issuedOn ?? null,
      dueOn: draft.dueOn,
    },
    state: 'draft',
    source: draft.source ?? { kind: 'by-hand' },
    responsibleText: draft.responsibleText ?? [],
    facts: await loadClockFacts(ctx, tx),
  })
  return { id, number }
}

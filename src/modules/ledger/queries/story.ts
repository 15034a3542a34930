import type { Context, Tx } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { findAccounts } from '../../../platform/accounts.ts'
import { listJournal } from '../../../platform/journal/index.ts'
import { tellStory } from '../rules/story/tell-story.ts'
import type { Story } from '../schema.ts'
import { findItem, listVersions } from '../store/items.ts'

const PAGE = 500

/** Clocks of two machines may differ; nothing is written about an item a day before it is made. */
const A_DAY_MS = 24 * 60 * 60 * 1000

type Entries = Awaited<ReturnType<typeof listJournal>>['entries']

/**
 * What happened to an item, from its source to its close, for whoever may see it; what it said in versions that were
 * not the actor's to see stays out.
 * @throws `ledger.no-such-item`
 */
export async function story(ctx: Context, id: string): Promise<Story> {
  authorize(ctx, 'ledger.read')
  return ctx.transaction(async (tx) => {
    const item = await findItem(tx, { id })
    if (!item) throw notFound('ledger.no-such-item', { id })
    const entries = await entriesOf(tx, id, new Date(Date.parse(item.createdAt) - A_DAY_MS))
    const actorIds = [...new Set(entries.map(({ actor }) => actor.id))]
    const accounts = new Map(
      (await findAccounts(tx, ctx, { ids: actorIds })).map((one) => [one.id, one.unitId]),
    )
    const lines = tellStory({
      entries: entries.map((entry) => ({ ...entry, at: entry.at.toISOString() })),
      versions: [...(await listVersions(tx, id)), item],
      unitOf: (actorId) => accounts.get(actorId) ?? null,
    })
    const { number, source, state } = item
    return { itemId: id, number, source, isClosed: state === 'closed', lines }
  })
}

async function entriesOf(tx: Tx, id: string, since: Date): Promise<Entries> {
  const entries: Entries = []
  for (let page = 1; ; page++) {
    const found = await listJournal(tx, { subject: { type: 'item', id, since }, page, pageSize: PAGE })
    entries.push(...found.entries)
    if (found.entries.length < PAGE) return entries
  }
}

import type { Context, Tx } from '../../../kernel/context.ts'
import { reachOf } from '../../../kernel/permissions.ts'
import { findCityUnitId } from '../../units/index.ts'
import { endOfDay } from '../city-time.ts'
import { planSearch } from '../rules/plan-search.ts'
import type { LedgerSettings } from '../rules/settings/settings.ts'
import type { ItemFilterQuery } from '../schema.ts'
import type { ItemFilter } from '../store/item-filter.ts'
import { type Counted, countUpTo, findUpTo } from '../store/list-items.ts'
import { findRareWord } from '../store/words.ts'
import type { Reading } from './open-reading.ts'

/** So many items are read sooner by their ids than the ledger in its order. */
const RARE_BELOW = 3000

/** A page tells the total up to here; `countMatching` counts them all. */
const COUNTED_UP_TO = 10_000
/** Of a search less: who finds so many searches for something else. */
const FOUND_UP_TO = 1000

/** "Soon" is what the unit is reminded of first. */
export function soonDays({ remindDaysBefore }: LedgerSettings): number {
  return Math.max(0, ...remindDaysBefore)
}

/**
 * A filter that was asked for, for who asks, on the day that it is asked for. A query finds items that have all its
 * words; when none has, those that contain it as it stands (a single character, a piece of a word, a number).
 */
export async function itemFilter(
  ctx: Context,
  tx: Tx,
  { query, facts, answers }: Reading & { query: ItemFilterQuery },
): Promise<ItemFilter> {
  const { q = '', asOf = facts.today, ...wanted } = query
  const before = asOf < facts.today ? endOfDay(ctx, asOf) : null
  const filter: ItemFilter = {
    ...wanted,
    on: asOf,
    before,
    soonDays: soonDays(facts.settings),
    scope: await keptOwnUnits(ctx, tx, answers),
  }
  const pieces = q.split(/\s+/).filter(Boolean)
  if (pieces.length === 0) return filter
  // The index of words knows what items say now, not what they said then.
  if (before !== null) return { ...filter, substrings: pieces }
  const plan = planSearch(q)
  // Words of others' items are hidden one by one: for who does not see all, counting costs more than it saves.
  const rareWord = filter.scope
    ? undefined
    : await answers.keep({ name: 'ledger.rare-word', of: plan.words }, () =>
        findRareWord(tx, plan.words, RARE_BELOW),
      )
  const byWords = { ...filter, ...plan, rareWord }
  const { total } = await countKept(tx, answers, byWords)
  return total > 0 ? byWords : { ...filter, substrings: pieces }
}

/** The total of a list or a search, and what a search has found; asked once however often one transaction asks. */
export function countKept(
  tx: Tx,
  answers: Reading['answers'],
  filter: ItemFilter,
): Promise<Counted & { ids?: readonly string[] }> {
  const isSearch = filter.words !== undefined || filter.substrings !== undefined
  return answers.keep({ name: 'ledger.total', of: filter }, () =>
    isSearch ? findUpTo(tx, filter, FOUND_UP_TO) : countUpTo(tx, filter, COUNTED_UP_TO),
  )
}

export const keptOwnUnits = (ctx: Context, tx: Tx, answers: Reading['answers']) =>
  answers.keep({ name: 'ledger.own-units' }, () => ownUnits(ctx, tx))

/** The units to which the actor's reading is limited; null when it is not, or when the city's own unit is among them. */
async function ownUnits(ctx: Context, tx: Tx): Promise<readonly string[] | null> {
  const reach = reachOf(ctx.actor.grants, 'ledger.read')
  if (reach === 'any') return null
  const issuer = await findCityUnitId(tx)
  return issuer !== undefined && reach.includes(issuer) ? null : reach
}

import type { Context, Tx } from '../../../../kernel/context.ts'
import { type Item, itemStandings } from '../../../ledger/index.ts'
import { findRecurrences } from '../../rules/find-recurrences.ts'
import { isSuggested, likenessOf, tellingOf } from '../../rules/likeness.ts'
import type { MatterDetail, SuggestedPair, SuggestedPart } from '../../schema/matter.ts'
import type { Verdict } from '../../store.ts'
import type { Chains, FollowedPart } from './load-chains.ts'
import { presentBare, presentMatterItem } from './present-matter.ts'

/** So many of a unit's latest items are looked at for words alike. */
const ITEMS_LOOKED_AT = 300

/** Pairs of statements alike, not in one matter and not decided on: as the unit's page suggests them, likeliest first. */
export function suggestPairs({ parts }: Chains, verdicts: readonly Verdict[]): SuggestedPair[] {
  const decided = new Set(verdicts.map(({ earlierId, laterId }) => `${earlierId} ${laterId}`))
  const statements = [...parts.values()]
    .filter(({ kind }) => kind === 'statement')
    .map((part) => ({ ...part, reportId: part.from.id, subject: part.text }))
  return [...Map.groupBy(statements, ({ unitId }) => unitId)]
    .flatMap(([unitId, ofUnit]) =>
      findRecurrences(ofUnit, () => false)
        .filter(({ earlier, later }) => !decided.has(`${earlier.id} ${later.id}`))
        .filter(({ earlier, later }) => earlier.matterId === null || earlier.matterId !== later.matterId)
        .map(({ earlier, later, likeness, sharedWords }) => ({
          unitId,
          earlier: presentBare(earlier),
          later: presentBare(later),
          likeness,
          sharedWords: [...sharedWords],
        })),
    )
    .sort((a, b) => b.likeness - a.likeness)
}

/** Shortfalls of the same unit outside a matter that are like one of its parts, unless somebody said that they are not. */
export function suggestParts(
  own: readonly FollowedPart[],
  all: Chains['parts'],
  verdicts: readonly Verdict[],
): SuggestedPart[] {
  const dismissed = new Set(
    verdicts
      .filter(({ verdict }) => verdict === 'dismissed')
      .flatMap(({ earlierId, laterId }) => [`${earlierId} ${laterId}`, `${laterId} ${earlierId}`]),
  )
  const [first] = own
  const likestOf = likestPart(own)
  const others = [...all.values()].filter(
    (part) => part.unitId === first?.unitId && part.matterId !== first.matterId,
  )
  return others
    .filter((other) => !own.some(({ id }) => dismissed.has(`${id} ${other.id}`)))
    .flatMap((other) => {
      const likest = likestOf(other.text)
      if (!likest) return []
      const { part, ...alike } = likest
      return [{ part: presentBare(other), likePartId: part.id, ...alike, matterId: other.matterId }]
    })
    .sort((a, b) => b.likeness - a.likeness)
}

/** The unit's latest items that no part holds and whose titles are like a part's words. One query. */
export async function suggestItems(
  ctx: Context,
  tx: Tx,
  own: readonly FollowedPart[],
): Promise<MatterDetail['suggestedItems']> {
  const [first] = own
  if (!first) return []
  const held = new Set(own.flatMap(({ items }) => items.map(({ id }) => id)))
  const likestOf = likestPart(own)
  const latest = await itemStandings(ctx, tx, { unitIds: [first.unitId], limit: ITEMS_LOOKED_AT })
  return latest
    .filter((item: Item) => !held.has(item.id) && item.state !== 'withdrawn')
    .flatMap((item: Item) => {
      const likest = likestOf(item.title)
      if (!likest) return []
      const { part, ...alike } = likest
      return [{ item: presentMatterItem(item), partId: part.id, ...alike }]
    })
    .sort((a, b) => b.likeness - a.likeness)
}

/** The part that a text is most like, if it is like any; the parts are cut into words once. */
function likestPart(own: readonly FollowedPart[]) {
  const told = own.map((part) => ({ part, telling: tellingOf(part.text) }))
  return (text: string) => {
    const other = tellingOf(text)
    return told
      .map(({ part, telling }) => {
        const { likeness, sharedWords } = likenessOf(telling, other)
        return { part, likeness, sharedWords: [...sharedWords] }
      })
      .filter(isSuggested)
      .sort((a, b) => b.likeness - a.likeness)[0]
  }
}

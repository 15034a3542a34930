import type { Context, Tx } from '../../../../kernel/context.ts'
import { type Item, itemStandings } from '../../../ledger/index.ts'
import { findRecurrences } from '../../rules/find-recurrences.ts'
import { isSuggested, type Likeness, likeness } from '../../rules/likeness.ts'
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
  const others = [...all.values()].filter(
    (part) => part.unitId === first?.unitId && part.matterId !== first.matterId,
  )
  return others
    .filter((other) => !own.some(({ id }) => dismissed.has(`${id} ${other.id}`)))
    .flatMap((other) => {
      const likest = likestPart(own, other.text)
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
  const latest = await itemStandings(ctx, tx, { unitIds: [first.unitId], limit: ITEMS_LOOKED_AT })
  return latest
    .filter((item: Item) => !held.has(item.id) && item.state !== 'withdrawn')
    .flatMap((item: Item) => {
      const likest = likestPart(own, item.title)
      if (!likest) return []
      const { part, ...alike } = likest
      return [{ item: presentMatterItem(item), partId: part.id, ...alike }]
    })
    .sort((a, b) => b.likeness - a.likeness)
}

function likestPart(own: readonly FollowedPart[], text: string) {
  const alike = own
    .map((part) => ({ part, ...asList(likeness(part.text, text)) }))
    .filter(isSuggested)
    .sort((a, b) => b.likeness - a.likeness)
  return alike[0]
}

const asList = ({ likeness, sharedWords }: Likeness) => ({ likeness, sharedWords: [...sharedWords] })

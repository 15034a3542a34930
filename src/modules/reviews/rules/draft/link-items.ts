import { isSuggested, likeness } from '../likeness.ts'
import type { EarlierShortfall, ItemFact, LinkedItem } from './facts.ts'

/**
 * The items in which something was done about a shortfall: those made of its statement or named by its line, and those that
 * speak of it in like words. O(items) for one shortfall; words are compared only where two characters in a row are shared.
 */
export function linkItems(
  shortfall: Pick<EarlierShortfall, 'statementId' | 'itemIds' | 'subject'>,
  items: readonly ItemFact[],
): LinkedItem[] {
  const { statementId, itemIds, subject } = shortfall
  const pairs = pairsOf(subject.zh)
  return items.flatMap((item): LinkedItem[] => {
    const isNamed = itemIds.includes(item.id) || (statementId !== null && item.statementId === statementId)
    if (isNamed) return [{ item, how: 'named' }]
    if (!sharesPair(pairs, item.title)) return []
    return isSuggested(likeness(subject.zh, item.title)) ? [{ item, how: 'alike' }] : []
  })
}

function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2))
  return pairs
}

function sharesPair(pairs: ReadonlySet<string>, text: string): boolean {
  for (let at = 0; at + 1 < text.length; at++) if (pairs.has(text.slice(at, at + 2))) return true
  return false
}

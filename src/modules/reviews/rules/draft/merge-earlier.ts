import { isSuggested, likeness } from '../likeness.ts'
import type { EarlierShortfall } from './facts.ts'

type Found = Omit<EarlierShortfall, 'before' | 'linked'>

/**
 * One shortfall for what several papers of one review say in the same or in like words: a report that was received twice, its
 * digest beside it, its book. What a report says stands, since it is on record; the others add what they know of items, figures and
 * matters. Two statements of one report are never merged: whoever wrote them held them apart.
 */
export function mergeEarlier(said: readonly Found[], written: readonly Found[]): Found[] {
  const merged: Found[] = []
  for (const one of said) {
    const others = merged.filter(({ reportId }) => reportId !== one.reportId)
    takeIn(merged, one, alikeIn(others, one))
  }
  const statements = [...merged]
  for (const line of written) {
    const at = alikeIn(statements, line)
    if (at) statements.splice(statements.indexOf(at), 1)
    takeIn(merged, line, at)
  }
  return merged
}

function alikeIn(known: readonly Found[], { subject }: Found): Found | undefined {
  const same = known.find((each) => each.subject.zh === subject.zh)
  return same ?? known.find((each) => isSuggested(likeness(each.subject.zh, subject.zh)))
}

/** Puts one beside the others, or into the one that it is. */
function takeIn(merged: Found[], one: Found, into: Found | undefined): void {
  if (into) merged[merged.indexOf(into)] = together(into, one)
  else merged.push(one)
}

function together(one: Found, other: Found): Found {
  return {
    ...one,
    sources: [...one.sources, ...other.sources],
    itemIds: [...new Set([...one.itemIds, ...other.itemIds])],
    code: one.code ?? other.code,
    wasShort: one.wasShort || other.wasShort,
    formerOutcome: one.formerOutcome ?? other.formerOutcome,
    matterId: one.matterId ?? other.matterId,
    cameBackIn: one.cameBackIn ?? other.cameBackIn,
  }
}
